package vn.outreach.document.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import vn.outreach.base.ooxml.OfficeFault;
import vn.outreach.base.ooxml.OfficePackage;
import vn.outreach.base.refusal.Refusal;

/** What a file is by its first bytes, whatever it is called and whatever its sender says it is. */
final class Content {

    private static final int HEAD = 1024;
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** Word and Excel before 2007, and today's with a password. */
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private Content() {}

    /**
     * @throws Refusal {@code paper-kind}, or what {@link OfficePackage} and {@link PdfContent} find, when it is nothing
     *     that is taken
     */
    static PaperKind kindOf(Path file) {
        byte[] head = head(file);
        if (head.length == 0) {
            throw Refusal.invalid("paper-empty", null, "Tệp rỗng.");
        }
        if (startsWith(head, ZIP)) {
            return office(file);
        }
        if (PdfContent.isOne(head)) {
            PdfContent.refuseActive(file);
            return PaperKind.PDF;
        }
        return picture(head)
                .orElseThrow(
                        () -> startsWith(head, OLD_OFFICE)
                                ? refused(
                                        "Tệp Word, Excel đời cũ hoặc có mật khẩu không được nhận; hãy lưu lại thành .docx, .xlsx hoặc PDF.")
                                : refused(
                                        isHeic(head)
                                                ? "Ảnh HEIC của iPhone không được nhận; hãy chọn định dạng JPG (Tương thích nhất) rồi chụp lại."
                                                : "Nội dung tệp không phải PDF, Word (.docx), Excel (.xlsx), ảnh JPG hay PNG."));
    }

    private static PaperKind office(Path file) {
        try (OfficePackage office = OfficePackage.open(file)) {
            return office.kind() == OfficePackage.Kind.WORD ? PaperKind.DOCX : PaperKind.XLSX;
        } catch (OfficeFault fault) {
            throw Refusal.invalid("paper-" + fault.code(), null, fault.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<PaperKind> picture(byte[] head) {
        if (startsWith(head, PNG)) {
            return Optional.of(PaperKind.PNG);
        }
        return startsWith(head, JPEG) ? Optional.of(PaperKind.JPEG) : Optional.empty();
    }

    static Refusal refused(String sentence) {
        return Refusal.invalid("paper-kind", null, sentence);
    }

    private static boolean isHeic(byte[] head) {
        return head.length > 12
                && new String(head, 4, 8, StandardCharsets.ISO_8859_1).matches("ftyp(hei|hev|mif|msf).");
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
