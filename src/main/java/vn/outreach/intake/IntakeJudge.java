package vn.outreach.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Codes;
import vn.outreach.base.text.FreeTextRule;
import vn.outreach.base.value.Day;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.intake.workbook.Cell;
import vn.outreach.intake.workbook.CellValue;
import vn.outreach.intake.workbook.CellValues;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.intake.workbook.ValueKind;

/** Says of each row of a list what would become of it: by its cells, by the other rows, by what its target knows. */
@Component
class IntakeJudge {

    private static final String TAX_CODE = "taxCode";
    static final String LEAVE = "LEAVE";
    /** Under which the answer is kept that nothing of a row is to be written. */
    static final String ROW = "row";

    private static final int AT_ONCE = 500;
    /** For so many rows codes near the wrong ones are looked for: each has some thirty. */
    private static final int MOST_NEAR = 500;

    /** Stands in place of a text that may not be kept. */
    private static final String NOT_KEPT = "(không lưu)";

    private static final String NAME = "name";

    private final IntakeTargets targets;
    private final FreeTextRule texts;

    IntakeJudge(IntakeTargets targets, FreeTextRule texts) {
        this.targets = targets;
        this.texts = texts;
    }

    /** A row with what its cells say. */
    record Read(Kept kept, IntakeRow row, List<Finding> findings) {

        boolean isRefused() {
            return findings.stream().anyMatch(Finding::refused);
        }

        boolean isLeft() {
            return LEAVE.equals(kept.answers().get(ROW));
        }

        Kept refused() {
            return kept.with(Judged.of(row, row.value(TAX_CODE), kept.comparedWith(), findings, List.of()));
        }
    }

    /** The rows as they are to be shown now; rows of the same list that are not among them are not looked at. */
    List<Kept> judge(IntakeList list, List<Kept> rows, Map<String, Kept> firstByTaxCode) {
        IntakeTarget target = targets.of(list.kind());
        Map<String, ListField> fields = byName(target);
        List<Read> read = new ArrayList<>();
        for (Kept row : withoutPersons(rows, fields)) {
            read.add(twice(read(row, fields), firstByTaxCode));
        }
        Map<Integer, Kept> judged = new LinkedHashMap<>();
        nameSuggestions(read, target);
        List<Read> toCompare = new ArrayList<>();
        for (Read row : read) {
            judged.put(row.kept().number(), row.refused());
            if (row.isLeft()) {
                judged.put(
                        row.kept().number(),
                        row.kept()
                                .with(new Judged(
                                        RowState.LEFT,
                                        row.row().value(TAX_CODE),
                                        row.kept().comparedWith(),
                                        List.of(),
                                        List.of())));
            } else if (!row.isRefused()) {
                toCompare.add(row);
            }
        }
        for (int from = 0; from < toCompare.size(); from += AT_ONCE) {
            List<Read> some = toCompare.subList(from, Math.min(toCompare.size(), from + AT_ONCE));
            List<Judged> compared =
                    target.compare(list, some.stream().map(Read::row).toList());
            for (int i = 0; i < some.size(); i++) {
                judged.put(some.get(i).kept().number(), some.get(i).kept().with(both(some.get(i), compared.get(i))));
            }
        }
        return List.copyOf(judged.values());
    }

    /**
     * The rows without texts that name a candidate or hold a telephone number or a mail address: no table outside the
     * restricted ones keeps them.
     */
    private List<Kept> withoutPersons(List<Kept> rows, Map<String, ListField> fields) {
        Map<String, String> all = new HashMap<>();
        rows.forEach(row -> texts(row, fields).forEach((field, text) -> all.put(row.number() + "." + field, text)));
        if (mayBeKept(all)) {
            return rows;
        }
        return rows.stream()
                .map(row -> {
                    Map<String, String> own = texts(row, fields);
                    Map<String, Cell> cells = new HashMap<>(row.cells());
                    own.forEach((field, text) -> {
                        if (!mayBeKept(Map.of(row.number() + "." + field, text))) {
                            cells.computeIfPresent(field, (name, cell) -> cell.withText(NOT_KEPT));
                        }
                    });
                    return row.with(cells, row.answers());
                })
                .toList();
    }

    private boolean mayBeKept(Map<String, String> some) {
        try {
            texts.check(some);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** What somebody wrote; an enterprise may be called after a person. */
    private static Map<String, String> texts(Kept row, Map<String, ListField> fields) {
        Map<String, String> texts = new HashMap<>();
        row.cells().forEach((name, cell) -> {
            ValueKind kind = Objects.requireNonNull(fields.get(name)).kind();
            if ((kind == ValueKind.TEXT || kind == ValueKind.ZONE)
                    && !(name.equals(NAME) && fields.containsKey(TAX_CODE))) {
                texts.put(name, cell.text());
            }
        });
        return texts;
    }

    /** Rows as their target reads them, with what was accepted of what is not certain. */
    static List<IntakeRow> rows(List<Kept> rows, IntakeTarget target) {
        Map<String, ListField> fields = byName(target);
        return rows.stream().map(row -> read(row, fields).row()).toList();
    }

    /** The tax code that a row says now, or null. */
    @Nullable
    String taxCode(IntakeList list, Kept row) {
        return read(row, byName(targets.of(list.kind()))).row().value(TAX_CODE);
    }

    private static Map<String, ListField> byName(IntakeTarget target) {
        Map<String, ListField> fields = new HashMap<>();
        target.fields().forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    /** What a row's cells say; what is not certain is asked. */
    private static Read read(Kept kept, Map<String, ListField> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        IntakeRow answered = kept.row(Map.of());
        kept.cells().forEach((name, cell) -> {
            if (cell.text().equals(NOT_KEPT)) {
                findings.add(Finding.refused(
                        "private-detail",
                        name,
                        "Dòng %d: cột “%s” nêu tên hoặc cách liên lạc của một người; nội dung đó không được lưu, hãy sửa ô này."
                                .formatted(
                                        kept.line(),
                                        Objects.requireNonNull(fields.get(name)).label())));
                return;
            }
            CellValue value = CellValues.of(Objects.requireNonNull(fields.get(name)), cell);
            if (value.verdict() == CellValue.Verdict.OK) {
                if (value.value() != null) {
                    values.put(name, value.value());
                }
                return;
            }
            boolean refused = value.verdict() == CellValue.Verdict.REFUSED;
            Finding finding = new Finding(
                    refused ? "value-wrong" : "value-unsure",
                    name,
                    refused,
                    sentence(kept.line(), value),
                    value.suggestion(),
                    List.of());
            if (!refused && answered.isAccepted(finding)) {
                if (value.suggestion() != null) {
                    values.put(name, value.suggestion());
                }
            } else {
                findings.add(finding);
            }
        });
        return new Read(kept, answered.with(values), findings);
    }

    private static Read twice(Read row, Map<String, Kept> firstByTaxCode) {
        String taxCode = row.row().value(TAX_CODE);
        Kept kept = row.kept();
        Kept first = taxCode == null || row.isLeft() ? null : firstByTaxCode.putIfAbsent(taxCode, kept);
        if (first == null || first.number() == kept.number()) {
            return row;
        }
        List<Finding> findings = new ArrayList<>(row.findings());
        findings.add(Finding.refused(
                "row-twice",
                TAX_CODE,
                "Dòng %d trùng mã số thuế với dòng %d%s."
                        .formatted(
                                kept.line(),
                                first.line(),
                                first.sheet().equals(kept.sheet()) ? "" : " của trang “%s”".formatted(first.sheet()))));
        return new Read(kept, row.row(), findings);
    }

    private static String sentence(int line, CellValue value) {
        return value.suggestion() == null
                ? "Dòng %d: %s.".formatted(line, value.reason())
                : "Dòng %d: %s; có thể là %s?".formatted(line, value.reason(), Day.shown(value.suggestion()));
    }

    /**
     * A tax code that is suggested says whose it is, where somebody has it; where nobody has, one that is as near and
     * whose enterprise is known is suggested instead, if there is only one.
     */
    private static void nameSuggestions(List<Read> rows, IntakeTarget target) {
        Map<Integer, List<String>> near = new HashMap<>();
        Set<String> asked = new HashSet<>();
        for (Read row : rows) {
            row.findings().stream()
                    .filter(finding -> TAX_CODE.equals(finding.field()) && finding.suggestion() != null)
                    .forEach(finding -> {
                        asked.add(finding.suggestion());
                        if (near.size() < MOST_NEAR) {
                            near.put(row.kept().number(), near(row.kept()));
                        }
                    });
        }
        near.values().forEach(asked::addAll);
        Map<String, String> names = asked.isEmpty() ? Map.of() : target.names(asked);
        if (!names.isEmpty()) {
            rows.forEach(row -> row.findings()
                    .replaceAll(finding ->
                            named(finding, near.getOrDefault(row.kept().number(), List.of()), names)));
        }
    }

    private static List<String> near(Kept row) {
        Cell cell = row.cells().get(TAX_CODE);
        String written = cell == null ? null : Codes.taxCode(cell.text());
        return written == null ? List.of() : CellValues.taxCodesNear(written);
    }

    private static Finding named(Finding finding, List<String> near, Map<String, String> names) {
        String suggestion = finding.suggestion();
        if (!TAX_CODE.equals(finding.field()) || suggestion == null) {
            return finding;
        }
        List<String> known = near.stream().filter(names::containsKey).toList();
        String likelier = names.containsKey(suggestion) || known.size() != 1 ? suggestion : known.get(0);
        String name = names.get(likelier);
        return name == null
                ? finding
                : new Finding(
                        finding.code(),
                        finding.field(),
                        finding.refused(),
                        finding.sentence().replace(suggestion + "?", "%s (%s)?".formatted(likelier, name)),
                        likelier,
                        finding.choices());
    }

    private static Judged both(Read read, Judged compared) {
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(compared.findings());
        return Judged.of(read.row(), compared.taxCode(), compared.version(), findings, compared.changes());
    }
}
