package vn.outreach.document.paper;

import java.io.IOException;

/**
 * A name of a PDF, as it is meant: its letters may be written by their numbers ({@code /J#61vaScript}).
 *
 * @param end where the name ends in the bytes
 */
record PdfName(String text, long end) {

    private static final String ENDING = "\0\t\n\f\r ()<>[]{}/%";
    private static final int HEXADECIMAL = 16;

    /** The name that begins with the slash at this place. */
    static PdfName at(PdfBytes bytes, long slash, int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        long at = slash + 1;
        for (int octet = bytes.at(at);
                octet >= 0 && ENDING.indexOf(octet) < 0 && text.length() < longest;
                octet = bytes.at(at)) {
            int letter = octet == '#' ? letter(bytes, at + 1) : -1;
            text.append((char) (letter < 0 ? octet : letter));
            at += letter < 0 ? 1 : 3;
        }
        return new PdfName(text.toString(), at);
    }

    private static int letter(PdfBytes bytes, long at) throws IOException {
        int high = Character.digit(Math.max(bytes.at(at), 0), HEXADECIMAL);
        int low = Character.digit(Math.max(bytes.at(at + 1), 0), HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}
