package vn.outreach.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
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
        Checked checked = checked(file);
        ReadingOptions options = new ReadingOptions(checked.styled(), true);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), options)) {
            List<Sheet> sheets = workbook.getSheets().toList();
            WorkbookLimits.refuseSheets(sheets.size());
            List<SheetText> read = new ArrayList<>();
            for (Sheet sheet : sheets) {
                read.add(read(sheet, checked.merged().getOrDefault(Objects.toString(sheet.getId()), List.of())));
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

    /**
     * What is known of a workbook that may be read, before the library reads it.
     *
     * @param styled whether it has formats of cells
     * @param merged its merged cells, by the ids of the sheets
     */
    private record Checked(boolean styled, Map<String, List<MergedCells>> merged) {}

    private static Checked checked(Path file) {
        refuseOthers(file);
        try (OfficePackage office = OfficePackage.open(file)) {
            if (office.kind() != OfficePackage.Kind.EXCEL) {
                throw Refusal.invalid("intake-kind", null, ONLY_XLSX);
            }
            Map<String, List<MergedCells>> byPart = WorkbookLimits.refuse(office);
            Map<String, List<MergedCells>> merged = new HashMap<>();
            office.related(office.main())
                    .forEach((id, part) -> merged.put(id, byPart.getOrDefault(part.name(), List.of())));
            return new Checked(
                    office.parts().stream().anyMatch(part -> part.type().endsWith("spreadsheetml.styles+xml")), merged);
        } catch (OfficeFault fault) {
            boolean other = fault.kind() == OfficeFault.Kind.NO_OFFICE_FILE || fault.kind() == OfficeFault.Kind.MACROS;
            String sentence = other ? ONLY_XLSX : Objects.toString(fault.getMessage(), "");
            throw Refusal.invalid("intake-" + fault.code(), null, sentence);
        } catch (IOException | XMLStreamException unreadable) {
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

    private static SheetText read(Sheet sheet, List<MergedCells> merged) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            int[] last = {0};
            int[] hidden = {0};
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
                    hidden[0] += row.isHidden() ? 1 : 0;
                }
            });
            return new SheetText(
                    Objects.toString(sheet.getName(), ""),
                    sheet.getVisibility() != SheetVisibility.VISIBLE,
                    rows,
                    merged,
                    hidden[0]);
        }
    }
}
