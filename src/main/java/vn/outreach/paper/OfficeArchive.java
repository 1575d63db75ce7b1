package vn.outreach.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.outreach.refusal.Refusal;

/**
 * A document of Word or Excel is an archive; this looks whether it is one, whether a program hides in it, and whether it
 * would burst whoever unpacks it. It is unpacked to nowhere: what the archive says of its own sizes is not believed.
 */
final class OfficeArchive {

    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST_UNPACKED = 200L * 1024 * 1024;
    private static final int LARGEST_LIST = 1024 * 1024;
    private static final int BLOCK = 64 * 1024;
    private static final String LIST = "[Content_Types].xml";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private OfficeArchive() {}

    static PaperKind kindOf(Path file) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_PARTS) {
                throw bomb();
            }
            List<? extends ZipEntry> parts = Collections.list(archive.entries());
            refuseMacros(parts);
            PaperKind kind = kind(archive, parts);
            unpack(archive, parts);
            return kind;
        } catch (ZipException | IllegalArgumentException broken) {
            throw Content.refused("Tệp Word hoặc Excel bị hỏng, không mở được.");
        } catch (IOException broken) {
            throw Content.refused("Tệp Word hoặc Excel bị hỏng, không đọc hết được.");
        }
    }

    private static void refuseMacros(List<? extends ZipEntry> parts) {
        boolean macros = parts.stream()
                .map(part -> part.getName().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.contains("vbaproject") || name.contains("vbadata") || name.contains("/activex/")
                        || name.contains("/macrosheets/"));
        if (macros) {
            throw macros();
        }
    }

    private static PaperKind kind(ZipFile archive, List<? extends ZipEntry> parts) throws IOException {
        Set<String> names = parts.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        if (!names.contains(LIST)) {
            throw Content.refused("Tệp nén (zip) không được nhận; chỉ nhận Word (.docx) và Excel (.xlsx) thật.");
        }
        String list;
        try (InputStream in = archive.getInputStream(archive.getEntry(LIST))) {
            list = new String(in.readNBytes(LARGEST_LIST), StandardCharsets.UTF_8);
        }
        if (list.contains("macroEnabled") || list.contains("vbaProject")) {
            throw macros();
        }
        if (list.contains(WORD) && names.contains("word/document.xml")) {
            return PaperKind.DOCX;
        }
        if (list.contains(EXCEL) && names.contains("xl/workbook.xml")) {
            return PaperKind.XLSX;
        }
        throw Content.refused("Tệp nén (zip) không được nhận; chỉ nhận Word (.docx) và Excel (.xlsx) thật.");
    }

    private static void unpack(ZipFile archive, List<? extends ZipEntry> parts) throws IOException {
        byte[] block = new byte[BLOCK];
        long unpacked = 0;
        for (ZipEntry part : parts) {
            try (InputStream in = archive.getInputStream(part)) {
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    unpacked += count;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw bomb();
                    }
                }
            }
        }
    }

    private static Refusal macros() {
        return Refusal.invalid("paper-macros", null,
                "Tệp có macro (chương trình bên trong) không được nhận; hãy lưu lại thành .docx hoặc .xlsx không có macro.");
    }

    private static Refusal bomb() {
        return Refusal.invalid("paper-bomb", null, "Tệp nở ra quá lớn khi mở nên không được nhận.");
    }
}
