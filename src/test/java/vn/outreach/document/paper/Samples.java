package vn.outreach.document.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small contents of every kind, true and false ones, each different from the last: the same bytes twice are refused. */
public final class Samples {

    private static final String WORD = "wordprocessingml.document.main+xml";
    private static final String EXCEL = "spreadsheetml.sheet.main+xml";
    private static final byte[] PIXEL = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static int serial;

    private Samples() {}

    public static byte[] pdf() {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n%" + next())
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] png() {
        return joined(PIXEL, ("n" + next()).getBytes(StandardCharsets.US_ASCII));
    }

    public static byte[] jpeg() {
        return joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, ("JFIF" + next()).getBytes(StandardCharsets.US_ASCII));
    }

    public static byte[] docx() {
        return office(WORD, "word/document.xml", Map.of());
    }

    public static byte[] xlsx() {
        return office(EXCEL, "xl/workbook.xml", Map.of());
    }

    /** A document with a program inside that calls itself one without. */
    public static byte[] docxWithMacro() {
        return office(WORD, "word/document.xml", Map.of("word/vbaProject.bin", new byte[] {1, 2, 3}));
    }

    /** What Word itself writes for one with a program inside. */
    public static byte[] docm() {
        return office("macroEnabled.main+xml", "word/document.xml", Map.of());
    }

    /** Some hundred kilobytes that become several hundred megabytes. */
    public static byte[] bomb() {
        return office(WORD, "word/document.xml", Map.of("word/media/image1.png", new byte[250 * 1024 * 1024]));
    }

    public static byte[] zip() {
        return zip(Map.of("word/document.xml", ("<x>" + next() + "</x>").getBytes(StandardCharsets.UTF_8)));
    }

    /** A program of Windows, by its first bytes. */
    public static byte[] exe() {
        return joined(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, ("This program cannot be run" + next()).getBytes(StandardCharsets.US_ASCII));
    }

    /** A content of this size that begins and ends as a PDF does. */
    public static byte[] pdfOf(int size) {
        byte[] content = new byte[size];
        byte[] start = pdf();
        System.arraycopy(start, 0, content, 0, start.length);
        byte[] end = "%%EOF".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, content, size - end.length, end.length);
        return content;
    }

    private static byte[] office(String mainType, String mainPart, Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", ("<Types><Override PartName=\"/" + mainPart + "\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument." + mainType + "\"/></Types>").getBytes(StandardCharsets.UTF_8));
        parts.put("_rels/.rels", ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\""
                + mainPart + "\"/></Relationships>").getBytes(StandardCharsets.UTF_8));
        parts.put(mainPart, ("<document>" + next() + "</document>").getBytes(StandardCharsets.UTF_8));
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }

    private static synchronized int next() {
        return ++serial;
    }
}
