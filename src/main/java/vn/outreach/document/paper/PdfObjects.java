package vn.outreach.document.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Objects of a PDF that are packed together in a stream (ISO 32000, 7.5.7): their numbers and places, then they
 * themselves.
 */
record PdfObjects(long stream, PdfBytes bytes, int first) {

    private static final Pattern STREAM_OR_END = Pattern.compile("(?<!end)stream(?:\r\n|\n|\r)?|endobj");
    private static final Pattern OBJECT = Pattern.compile("(?s)^.*(?<![A-Za-z])obj");
    private static final Pattern ENCODED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^]]*]|/\\w+|)");
    private static final Pattern FIRST = Pattern.compile("/First\\s+(\\d{1,9})");
    private static final int LONGEST_DICTIONARY = 8 * 1024;
    private static final int BLOCK = 64 * 1024;

    /**
     * The objects in the stream whose dictionary this place is in; null where the dictionary is no stream's.
     *
     * @param most how many bytes they may have
     */
    static PdfObjects around(PdfBytes file, long place, long most) throws IOException {
        long[] stream = file.find(STREAM_OR_END, place);
        if (stream == null || file.text(stream[0], "endobj".length()).equals("endobj")) {
            return null;
        }
        long from = Math.max(0, place - LONGEST_DICTIONARY);
        if (stream[0] - from > 2 * LONGEST_DICTIONARY) {
            throw PdfContent.unseen();
        }
        String before = decoded(file.text(from, (int) (place - from)));
        String dictionary =
                OBJECT.matcher(before).replaceFirst("") + decoded(file.text(place, (int) (stream[0] - place)));
        Matcher first = FIRST.matcher(dictionary);
        int start = first.find() ? Integer.parseInt(first.group(1)) : 0;
        return new PdfObjects(stream[0], PdfBytes.of(unpacked(file, stream[1], dictionary, most)), start);
    }

    /** The object of this number, as its first bytes; null where it is not among these. */
    String object(String number) throws IOException {
        String[] head = bytes.text(0, first).strip().split("\\s+");
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i].equals(number) && head[i + 1].matches("\\d{1,9}")) {
                return bytes.text(first + Long.parseLong(head[i + 1]), LONGEST_DICTIONARY);
            }
        }
        return null;
    }

    private static byte[] unpacked(PdfBytes file, long from, String dictionary, long most) throws IOException {
        Matcher filter = FILTER.matcher(dictionary);
        if (!filter.find()) {
            return file.copy(from, (int) Math.min(most, file.size() - from));
        }
        if (!filter.group(1).replaceAll("[\\[\\]\\s]", "").equals("/FlateDecode")
                || dictionary.contains("/DecodeParms")) {
            throw PdfContent.unseen();
        }
        Inflater inflater = new Inflater();
        try {
            return inflated(inflater, file, from, most);
        } catch (DataFormatException broken) {
            throw PdfContent.unseen();
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(Inflater inflater, PdfBytes file, long from, long most)
            throws IOException, DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        long at = from;
        while (!inflater.finished()) {
            if (inflater.needsInput()) {
                byte[] more = file.copy(at, BLOCK);
                at += more.length;
                inflater.setInput(more);
            }
            int count = inflater.inflate(block);
            boolean stuck = count == 0 && !inflater.finished() && (at >= file.size() || inflater.needsDictionary());
            if (stuck || out.size() + count > most) {
                throw PdfContent.unseen();
            }
            out.write(block, 0, count);
        }
        return out.toByteArray();
    }

    private static String decoded(String dictionary) {
        return ENCODED.matcher(dictionary)
                .replaceAll(letter ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(letter.group(1), 16))));
    }
}
