package vn.outreach.document.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.outreach.base.ooxml.Braces;
import vn.outreach.base.ooxml.OfficeFault;
import vn.outreach.base.ooxml.OfficePackage;
import vn.outreach.base.ooxml.OfficeXml;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.web.StorageFault;

/**
 * A .docx that is read or filled: the texts of its body, headers, footers and notes; all else goes through as it is. A
 * file that brings code, or something from elsewhere that Word would fetch when a paper is opened, is not taken.
 */
final class WordFile {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String BODY = WORD + "document.main+xml";
    private static final String STYLES = WORD + "styles+xml";
    private static final Pattern TEXTS =
            Pattern.compile(Pattern.quote(WORD) + "(document\\.main|header|footer|footnotes|endnotes|comments)\\+xml");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    /** The body first, then headers, footers and notes. */
    private final Map<String, Document> texts = new LinkedHashMap<>();
    /** How paragraphs look that name a style. */
    private final Map<String, Document> styles = new LinkedHashMap<>();

    private WordFile(OfficePackage file) throws IOException, SAXException {
        List<OfficePackage.Part> others = new ArrayList<>();
        for (OfficePackage.Part part : file.parts()) {
            try (InputStream in = file.read(part)) {
                String name = part.name().equalsIgnoreCase(OfficePackage.TYPES) ? OfficePackage.TYPES : part.name();
                parts.put(name, in.readAllBytes());
            }
            if (part.type().equals(BODY)) {
                texts.put(part.name(), document(part));
            } else if (TEXTS.matcher(part.type()).matches()) {
                others.add(part);
            } else if (part.type().equals(STYLES)) {
                styles.put(part.name(), document(part));
            }
        }
        for (OfficePackage.Part part : others) {
            texts.put(part.name(), document(part));
        }
    }

    /** @throws Refusal {@code template-not-word}, {@code template-strict} or {@code template-active} */
    static WordFile open(byte[] content) {
        Path file = null;
        try {
            file = Files.createTempFile("template", ".docx");
            Files.write(file, content);
            try (OfficePackage office = OfficePackage.open(file)) {
                if (office.kind() != OfficePackage.Kind.WORD) {
                    throw refused("template-not-word", "Tệp không phải văn bản Word .docx.");
                }
                WordFile word = new WordFile(office);
                word.refuseStrict();
                return word;
            }
        } catch (OfficeFault fault) {
            throw switch (fault.kind()) {
                case NO_OFFICE_FILE, BROKEN -> unreadable();
                case BOMB -> refused("template-not-word", fault.getMessage());
                default -> refused("template-active", fault.getMessage());
            };
        } catch (SAXException broken) {
            throw unreadable();
        } catch (IOException fails) {
            throw StorageFault.of(fails);
        } finally {
            discard(file);
        }
    }

    /** The roots of its texts: the body first, then headers, footers and notes. */
    List<Element> texts() {
        return texts.values().stream().map(Document::getDocumentElement).toList();
    }

    /** Gives the styles of a Party paper's head what the layout says; a file without them stays as it is. */
    void layOut(DraftSettings.Layout layout) {
        layout.sizes().forEach((id, points) -> style(id).forEach(style -> size(style, points)));
        String indent = Integer.toString(layout.lineIndent());
        style("DuongKe").flatMap(style -> WordXml.below(style, "ind").stream()).forEach(indents -> {
            WordXml.attribute(indents, "left", indent);
            WordXml.attribute(indents, "right", indent);
        });
    }

    private Stream<Element> style(String id) {
        return styles.values().stream()
                .flatMap(document -> WordXml.below(document.getDocumentElement(), "style").stream())
                .filter(style -> WordXml.attribute(style, "styleId").equals(id));
    }

    private static void size(Element style, int points) {
        // Word counts in half points.
        String halves = Integer.toString(2 * points);
        Stream.of("sz", "szCs")
                .flatMap(name -> WordXml.below(style, name).stream())
                .forEach(size -> WordXml.attribute(size, "val", halves));
    }

    byte[] save() {
        texts.forEach((name, text) -> parts.put(name, bytes(text)));
        styles.forEach((name, style) -> parts.put(name, bytes(style)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            write(zip, OfficePackage.TYPES);
            for (String name : parts.keySet()) {
                if (!name.equals(OfficePackage.TYPES)) {
                    write(zip, name);
                }
            }
        } catch (IOException fails) {
            throw new UncheckedIOException(fails);
        }
        return out.toByteArray();
    }

    /** Where braces of fields still stand, in the parts as they were read or saved last. */
    Optional<String> bracesLeft() {
        return Braces.in(parts);
    }

    private Document document(OfficePackage.Part part) throws IOException, SAXException {
        return OfficeXml.document(new ByteArrayInputStream(parts.get(part.name())));
    }

    /** The other dialect of the format has other namespaces: none of its fields would be found. */
    private void refuseStrict() {
        for (Element root : texts()) {
            if (!WordXml.isWords(root)) {
                throw refused(
                        "template-strict",
                        "Mẫu được lưu theo dạng “Strict Open XML” nên không điền được;"
                                + " hãy mở bằng Word và lưu lại thành văn bản .docx thường (Word Document).");
            }
        }
    }

    private void write(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(parts.get(name));
        zip.closeEntry();
    }

    private static byte[] bytes(Document text) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            text.setXmlStandalone(true);
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.transform(new DOMSource(text), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException fails) {
            throw new IllegalStateException("A text that was read cannot be written", fails);
        }
    }

    private static void discard(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private static Refusal unreadable() {
        return refused("template-not-word", "Không đọc được tệp: phải là văn bản Word .docx, không có mật khẩu.");
    }

    private static Refusal refused(String code, String sentence) {
        return Refusal.invalid(code, null, sentence);
    }
}
