package vn.outreach.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.StreamHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.outreach.refusal.Refusal;

/**
 * A .docx that is read or filled: the texts of its body, headers, footers and notes; all else goes through as it is.
 * A file that brings code, or something from elsewhere that Word would fetch when a paper is opened, is not taken.
 */
final class WordFile implements AutoCloseable {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String DOCUMENT = WORD + "document.main+xml";
    private static final Pattern TEXTS =
            Pattern.compile(Pattern.quote(WORD) + "(document\\.main|header|footer|footnotes|endnotes|comments)\\+xml");
    /** Anything that runs: macros, controls, programs and pages within the page. */
    private static final Pattern ACTIVE = Pattern.compile(".*(vbaProject|macroEnabled|activeX|oleObject|ms-office\\.control|html|mht|rtf).*",
            Pattern.CASE_INSENSITIVE);
    /** Fields of Word that fetch from elsewhere. */
    private static final Pattern FETCHING = Pattern.compile(
            "\\b(DDE|DDEAUTO|LINK|IMPORT|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|RD|DATABASE)\\b", Pattern.CASE_INSENSITIVE);

    private final OPCPackage file;
    private final Map<PackagePart, Document> texts = new LinkedHashMap<>();

    private WordFile(OPCPackage file) throws IOException, SAXException, InvalidFormatException {
        this.file = file;
        for (PackagePart part : file.getParts()) {
            if (TEXTS.matcher(part.getContentType()).matches()) {
                try (InputStream in = part.getInputStream()) {
                    texts.put(part, DocumentHelper.readDocument(in));
                }
            }
        }
    }

    /** @throws Refusal {@code template-not-word} or {@code template-active} */
    static WordFile open(byte[] content) {
        try {
            WordFile file = new WordFile(OPCPackage.open(new ByteArrayInputStream(content)));
            if (file.texts.keySet().stream().noneMatch(part -> part.getContentType().equals(DOCUMENT))) {
                throw refused("template-not-word", "Tệp không phải văn bản Word .docx.");
            }
            file.refuseActive();
            return file;
        } catch (Refusal noTemplate) {
            throw noTemplate;
        } catch (OpenXML4JException | IOException | SAXException | RuntimeException unreadable) {
            // The library has a dozen ways to say so, checked and not.
            throw refused("template-not-word", "Không đọc được tệp: phải là văn bản Word .docx, không có mật khẩu.");
        }
    }

    /** The roots of its texts: the body first, then headers, footers and notes. */
    List<Element> texts() {
        return texts.entrySet().stream()
                .sorted((one, other) -> Boolean.compare(isBody(other.getKey()), isBody(one.getKey())))
                .map(text -> text.getValue().getDocumentElement())
                .toList();
    }

    byte[] save() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Map.Entry<PackagePart, Document> text : texts.entrySet()) {
                try (OutputStream part = text.getKey().getOutputStream()) {
                    StreamHelper.saveXmlInStream(text.getValue(), part);
                }
            }
            file.save(out);
            return out.toByteArray();
        } catch (IOException fails) {
            throw new UncheckedIOException(fails);
        }
    }

    /** What was read is thrown away; what was filled is in the bytes of {@link #save}. */
    @Override
    public void close() {
        file.revert();
    }

    private void refuseActive() throws InvalidFormatException {
        for (PackagePart part : file.getParts()) {
            if (ACTIVE.matcher(part.getContentType()).matches()) {
                throw refused("template-active", "Mẫu không được có macro, đối tượng nhúng hay trang web bên trong.");
            }
            if (part.isRelationshipPart()) {
                continue;
            }
            for (PackageRelationship relationship : part.getRelationships()) {
                refuseFromElsewhere(relationship);
            }
        }
        file.getRelationships().forEach(WordFile::refuseFromElsewhere);
        texts.values().forEach(text -> refuseFetching(text.getDocumentElement()));
    }

    private static void refuseFromElsewhere(PackageRelationship relationship) {
        boolean link = PackageRelationshipTypes.HYPERLINK_PART.equals(relationship.getRelationshipType());
        if (relationship.getTargetMode() == TargetMode.EXTERNAL && !link) {
            throw refused("template-active", "Mẫu không được lấy hình, mẫu gốc hay nội dung từ địa chỉ khác; hãy nhúng vào tệp.");
        }
    }

    private static void refuseFetching(Element root) {
        StringBuilder codes = new StringBuilder();
        WordXml.below(root, "instrText").forEach(code -> codes.append(code.getTextContent()));
        WordXml.below(root, "fldSimple").forEach(code -> codes.append(' ').append(WordXml.attribute(code, "instr")));
        if (FETCHING.matcher(codes).find()) {
            throw refused("template-active", "Mẫu không được có trường của Word lấy nội dung từ nơi khác (INCLUDE…, LINK, DDE).");
        }
    }

    private static boolean isBody(PackagePart part) {
        return part.getContentType().equals(DOCUMENT);
    }

    private static Refusal refused(String code, String sentence) {
        return Refusal.invalid(code, null, sentence);
    }
}
