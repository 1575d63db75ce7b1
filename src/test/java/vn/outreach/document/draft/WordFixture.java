package vn.outreach.document.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Word files as tests make and read them: with the zip and XML of the JDK, not with what is tested. */
public final class WordFixture {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String BODY = "word/document.xml";

    private WordFixture() {}

    /** The built-in template as it is in the jar. */
    static byte[] builtIn(DraftTemplate template) {
        try (InputStream file = WordFixture.class.getResourceAsStream("/templates/document/" + template.fileName() + ".docx")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A template with this for its body, in the XML of Word. */
    public static byte[] withBody(String xml) {
        return with(BODY, "<w:document xmlns:w=\"%s\"><w:body>%s</w:body></w:document>".formatted(W, xml));
    }

    /** A template with one more part, or another content of one. */
    static byte[] with(String part, String content) {
        Map<String, byte[]> parts = parts(builtIn(DraftTemplate.WORK_MINUTES));
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return zipped(parts);
    }

    /** A template with a text of one of its parts exchanged. */
    static byte[] changed(String part, String before, String after) {
        return with(part, new String(parts(builtIn(DraftTemplate.WORK_MINUTES)).get(part), StandardCharsets.UTF_8)
                .replaceFirst(Pattern.quote(before), java.util.regex.Matcher.quoteReplacement(after)));
    }

    public static String p(String... runs) {
        StringBuilder paragraph = new StringBuilder("<w:p>");
        for (String run : runs) {
            paragraph.append("<w:r><w:t xml:space=\"preserve\">").append(run).append("</w:t></w:r>");
        }
        return paragraph.append("</w:p>").toString();
    }

    static String table(String... rows) {
        return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append("<w:tc>").append(p(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    /** The texts of the body, a paragraph a line; a break within one is a bar. */
    public static String text(byte[] docx) {
        StringBuilder text = new StringBuilder();
        NodeList all = body(docx).getElementsByTagNameNS(W, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            switch (element.getLocalName()) {
                case "p" -> text.append('\n');
                case "t" -> text.append(element.getTextContent());
                case "br" -> text.append('|');
                default -> { }
            }
        }
        return text.toString().strip();
    }

    static Document body(byte[] docx) {
        return part(docx, BODY);
    }

    /** The size of each style's letters, in half points. */
    static Map<String, String> styleSizes(byte[] docx) {
        Map<String, String> sizes = new LinkedHashMap<>();
        NodeList styles = part(docx, "word/styles.xml").getElementsByTagNameNS(W, "style");
        for (int i = 0; i < styles.getLength(); i++) {
            Element style = (Element) styles.item(i);
            if (style.getElementsByTagNameNS(W, "sz").item(0) instanceof Element size) {
                sizes.put(style.getAttributeNS(W, "styleId"), size.getAttributeNS(W, "val"));
            }
        }
        return sizes;
    }

    private static Document part(byte[] docx, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts(docx).get(name)));
        } catch (Exception e) {
            throw new AssertionError("no Word file", e);
        }
    }

    static Map<String, byte[]> parts(byte[] docx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
