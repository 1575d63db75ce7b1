package vn.outreach.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.outreach.base.refusal.Refusal;

/** Files that were workbooks once: whatever became of them, there is a sentence or a list. */
class MutatedWorkbooksTest {

    private static final List<ListField> FIELDS = ListColumns.of("REGISTER", TableFinderTest.register());
    private static final List<String> STRANGE = List.of("-1", "0", "99999999999", "2147483647", "1E999999999", "", "NaN", "A1048577", "ZZZZ9", "s", "inlineStr", "e",
            "d", "\u0000", "&#0;", "&amp;", "<", ">", "\"", "<row>", "</row>", "<c r=\"A1\"/>", "</sheetData>", "#REF!", "A1:XFD1048576", "array", "shared", "\uD800",
            "../../etc/passwd", "xl/workbook.xml", "true", "hidden", "13/12/2016", "0,0", "´".repeat(300), "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--", "rId1", "rId99");

    @TempDir
    private Path home;

    @Test
    void aThousand() throws Exception {
        mutate(1_000, 1);
    }

    @Test
    @Tag("everything")
    void tenThousand() throws Exception {
        mutate(10_000, 2);
    }

    private void mutate(int rounds, long seed) throws IOException {
        List<byte[]> originals = originals();
        Random random = new Random(seed);
        int lists = 0;
        int refusals = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] original = originals.get(random.nextInt(originals.size()));
            byte[] mutated = random.nextInt(4) == 0 ? octets(original, random) : parts(original, random);
            Path file = Files.write(home.resolve("mutated.xlsx"), mutated);
            try {
                read(file, round % 4 == 0);
                lists++;
            } catch (Refusal refusal) {
                assertThat(refusal.code()).startsWith("intake-");
                refusals++;
            } catch (RuntimeException | Error other) {
                Path kept = Files.write(Path.of("target", "mutated-" + seed + "-" + round + ".xlsx"), mutated);
                throw new AssertionError("Neither a list nor a sentence: " + kept, other);
            }
        }
        assertThat(lists).isGreaterThan(rounds / 20);
        assertThat(refusals).isGreaterThan(rounds / 20);
    }

    /** All that is done with a file before a person sees it, and the answer to its sender. */
    private void read(Path file, boolean answered) throws IOException {
        List<SheetText> sheets = new WorkbookReader().read(file);
        Map<String, Integer> headers = new LinkedHashMap<>();
        List<MarkedWorkbook.Mark> marks = new ArrayList<>();
        Refusal last = null;
        for (SheetText sheet : sheets) {
            try {
                Table table = new TableFinder().find(sheet, FIELDS, Map.of());
                headers.put(sheet.name(), table.headerRow());
                for (TableRow row : table.rows()) {
                    row.cells().forEach((name, cell) -> {
                        ListField field = FIELDS.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
                        CellValue value = CellValues.of(field, cell);
                        if (value.reason() != null) {
                            marks.add(new MarkedWorkbook.Mark(row.sheet(), row.number(), cell.column(), value.reason()));
                        }
                    });
                }
            } catch (Refusal noHeader) {
                last = noHeader;
            }
        }
        if (answered) {
            Path answer = home.resolve("answer.xlsx");
            MarkedWorkbook.write(file, answer, headers, marks);
            assertThat(new WorkbookReader().read(answer)).hasSameSizeAs(sheets);
        }
        if (headers.isEmpty() && last != null) {
            throw last;
        }
    }

    private static List<byte[]> originals() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (String name : List.of("zone-lines.xlsx", "ward.xlsx")) {
            originals.add(Files.readAllBytes(Path.of("src/test/resources/intake", name)));
        }
        RawWorkbook raw = new RawWorkbook().countsFrom1904();
        int heading = raw.shared("Mã số thuế");
        int name = raw.shared("Tên DN");
        originals.add(raw.sheet("KCN A", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + heading + "</v></c><c r=\"B1\" t=\"s\"><v>" + name + "</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" s=\"3\" t=\"inlineStr\"><is><t>3500370372</t></is></c><c r=\"B2\" t=\"str\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">A2</f><v>x</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>42717</v></c><c r=\"B3\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>y</v></c></row>").bytes());
        return originals;
    }

    /** Some octets of the archive are others, or it ends early. */
    private static byte[] octets(byte[] original, Random random) {
        byte[] mutated = original.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
    }

    /** A sound archive whose parts say something else. */
    private static byte[] parts(byte[] original, Random random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(original))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<String> names = new ArrayList<>(parts.keySet());
        String chosen = names.get(random.nextInt(names.size()));
        if (random.nextInt(20) == 0) {
            parts.remove(chosen);
        } else {
            String text = new String(parts.get(chosen), StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i >= 0; i--) {
                text = mutated(text, random);
            }
            parts.put(chosen, text.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String mutated(String text, Random random) {
        String strange = STRANGE.get(random.nextInt(STRANGE.size()));
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(4)) {
            // The value of an attribute or the text of an element, so that it is XML still.
            case 0, 1 -> between(text, at, random.nextBoolean() ? "\"" : ">", strange);
            case 2 -> text.substring(0, at) + strange + text.substring(at);
            default -> {
                int end = Math.min(text.length(), at + random.nextInt(60));
                yield random.nextBoolean() ? text.substring(0, at) + text.substring(end)
                        : text.substring(0, end) + text.substring(at, end) + text.substring(end);
            }
        };
    }

    private static String between(String text, int at, String sign, String strange) {
        int from = text.indexOf(sign, at);
        int to = from < 0 ? -1 : text.indexOf(sign.equals(">") ? "<" : sign, from + 1);
        return to < 0 ? text : text.substring(0, from + 1) + strange + text.substring(to);
    }
}
