package vn.outreach.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.outreach.base.ooxml.OfficeFault;
import vn.outreach.base.ooxml.OfficePackage;
import vn.outreach.base.refusal.Refusal;

/**
 * Reads workbooks of Excel (.xlsx) that anybody sent: a refusal or what is in it, in bounded memory, whatever the file
 * is. Sheets are read in their order, hidden ones too.
 */
public final class WorkbookReader {

    private static final String ONLY_XLSX =
            "Chỉ nhận Excel .xlsx; hãy mở tệp và lưu lại dưới dạng Excel Workbook (.xlsx).";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** The stream of a workbook with a password, as the container of old Office files names it. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /**
     * What stands in the file.
     *
     * @throws Refusal {@code intake-kind}, {@code intake-password}, {@code intake-size}, {@code intake-broken}, or
     *     {@code intake-} with the code of what {@link OfficePackage} finds
     */
    public List<SheetText> read(Path file) {
        boolean styled = checked(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            WorkbookLimits.refuseSheets(sheets.size());
            List<SheetText> read = new ArrayList<>();
            for (Sheet sheet : sheets) {
                read.add(new SheetText(
                        Objects.toString(sheet.getName(), ""),
                        sheet.getVisibility() != SheetVisibility.VISIBLE,
                        rows(sheet)));
            }
            return read;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException unreadable) {
            // The library answers to what it does not expect with whatever exception comes first.
            throw broken();
        }
    }

    static Refusal broken() {
        return Refusal.invalid(
                "intake-broken", null, "Tệp Excel bị hỏng, không đọc được; hãy mở bằng Excel, lưu lại rồi gửi lại.");
    }

    /** Whether the workbook, which may be read, has formats of cells. */
    private static boolean checked(Path file) {
        refuseOthers(file);
        try (OfficePackage office = OfficePackage.open(file)) {
            if (office.kind() != OfficePackage.Kind.EXCEL) {
                throw Refusal.invalid("intake-kind", null, ONLY_XLSX);
            }
            WorkbookLimits.refuse(office);
            return office.parts().stream().anyMatch(part -> part.type().endsWith("spreadsheetml.styles+xml"));
        } catch (OfficeFault fault) {
            boolean other = fault.kind() == OfficeFault.Kind.NO_OFFICE_FILE || fault.kind() == OfficeFault.Kind.MACROS;
            String sentence = other ? ONLY_XLSX : Objects.toString(fault.getMessage(), "");
            throw Refusal.invalid("intake-" + fault.code(), null, sentence);
        } catch (IOException unreadable) {
            throw broken();
        }
    }

    private static void refuseOthers(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ZIP.length);
            if (head.length == 0) {
                throw Refusal.invalid("intake-empty", null, "Tệp rỗng.");
            }
            if (Arrays.equals(head, OLD_OFFICE) && holds(in.readAllBytes(), ENCRYPTED)) {
                throw Refusal.invalid(
                        "intake-password", null, "Tệp có mật khẩu không được nhận; hãy bỏ mật khẩu rồi lưu lại.");
            }
            if (!Arrays.equals(head, ZIP)) {
                throw Refusal.invalid("intake-kind", null, ONLY_XLSX);
            }
        } catch (IOException unreadable) {
            throw broken();
        }
    }

    private static boolean holds(byte[] content, byte[] mark) {
        for (int from = 0; from + mark.length <= content.length; from++) {
            if (Arrays.equals(content, from, from + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static List<SheetRow> rows(Sheet sheet) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            int[] last = {0};
            stream.forEach(row -> {
                // Some writers leave the numbers of rows out; each is then the next.
                last[0] = Math.max(row.getRowNum(), last[0] + 1);
                List<Cell> cells = row.stream()
                        .filter(Objects::nonNull)
                        .map(StoredCell::read)
                        .filter(Objects::nonNull)
                        .toList();
                if (!cells.isEmpty()) {
                    rows.add(new SheetRow(last[0], cells));
                }
            });
        }
        return rows;
    }
}
