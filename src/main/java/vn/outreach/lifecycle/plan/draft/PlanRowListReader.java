package vn.outreach.lifecycle.plan.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.Day;
import vn.outreach.intake.Change;
import vn.outreach.intake.Finding;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.Judged;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.row.PlanRowBody;
import vn.outreach.register.achievement.Measure;
import vn.outreach.security.identity.ResponsiblePeople;
import vn.outreach.security.identity.Units;
import vn.outreach.web.Body;

/** Reads a row of a list as a row of a plan, by the plan's own reader, and compares it with the one that is there. */
@Component
class PlanRowListReader {

    private static final String SEPARATORS = "[,;\\n]";
    private static final Map<String, String> LABELS = labels();

    private final PlanRowBody body;
    private final ResponsiblePeople people;
    private final Units units;

    PlanRowListReader(PlanRowBody body, ResponsiblePeople people, Units units) {
        this.body = body;
        this.people = people;
        this.units = units;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("responsibleMember", "Người phụ trách");
        labels.put("unit", "Bộ phận tham mưu");
        labels.put("partners", "Đơn vị phối hợp");
        labels.put("measures", "Nội dung giao");
        labels.put("admissionTarget", "Số người kết nạp");
        labels.put("product", "Sản phẩm");
        labels.put("startOn", "Bắt đầu từ");
        labels.put("dueOn", "Hoàn thành trước");
        labels.put("note", "Ghi chú");
        return labels;
    }

    /** What all rows of one comparison look at. */
    record Known(ResponsiblePeople.ByName people) {}

    Known known() {
        return new Known(people.byName());
    }

    /**
     * A row of a list beside the plan.
     *
     * @param after null where it cannot be one
     * @param entered whether its enterprise is to be entered into the register first
     */
    record Compared(
            Judged judged,
            @Nullable Assignment before,
            @Nullable Assignment after,
            boolean entered) {}

    /** What tells one version of a row from another. */
    static int version(Assignment row) {
        return row.kept().hashCode();
    }

    /** @param entered what the register says of the row where it does not know the enterprise; null where it does */
    Compared compare(int year, IntakeRow row, Known known, @Nullable Assignment before, @Nullable Judged entered) {
        List<Finding> findings = new ArrayList<>(entered == null ? List.of() : entered.findings());
        List<Change> changes = new ArrayList<>(entered == null ? List.of() : entered.changes());
        String taxCode = row.value("taxCode");
        if (taxCode == null) {
            return new Compared(Judged.of(row, null, null, findings, changes), null, null, false);
        }
        Assignment after = after(year, row, known, before == null ? Assignment.of(taxCode) : before, findings);
        if (after != null) {
            Map<String, @Nullable String> was = before == null ? Map.of() : before.kept();
            after.kept().forEach((field, value) -> {
                if (!Objects.equals(was.get(field), value)) {
                    changes.removeIf(change -> change.field().equals(field));
                    changes.add(new Change(
                            field,
                            LABELS.getOrDefault(field, field),
                            shown(field, was.get(field), known),
                            shown(field, value, known)));
                }
            });
        }
        Integer version = before == null ? null : Integer.valueOf(version(before));
        return new Compared(Judged.of(row, taxCode, version, findings, changes), before, after, entered != null);
    }

    private @Nullable Assignment after(
            int year, IntakeRow row, Known known, Assignment before, List<Finding> findings) {
        Map<String, Object> sent = new LinkedHashMap<>();
        LABELS.keySet().forEach(field -> {
            String text = row.value(field);
            if (text != null) {
                sent.put(field, text);
            }
        });
        try {
            sent.computeIfPresent("responsibleMember", (field, text) -> member(text.toString(), known));
            sent.computeIfPresent("partners", (field, text) -> parts(text.toString()));
            sent.computeIfPresent(
                    "measures",
                    (field, text) -> parts(text.toString()).stream()
                            .map(PlanRowListReader::measure)
                            .toList());
            return body.over(
                    year,
                    Body.of(sent, PlanRowBody.ROW),
                    before,
                    new HashSet<>(known.people().names().keySet()));
        } catch (Refusal refused) {
            findings.add(row.refused(refused));
            return null;
        }
    }

    private static String member(String text, Known known) {
        List<String> found = known.people().find(text);
        if (found.size() > 1) {
            throw Refusal.invalid(
                    "member-several",
                    "responsibleMember",
                    "Có nhiều người tên “%s”: %s; hãy ghi tên đăng nhập.".formatted(text, String.join(", ", found)));
        }
        return found.isEmpty() ? text : found.get(0);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(SEPARATORS))
                .map(Folding::line)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The code of a measure that is written as people read it. */
    private static String measure(String text) {
        String words = Folding.words(text);
        return Arrays.stream(Measure.values())
                .filter(measure -> Folding.words(measure.label()).equals(words)
                        || Folding.words(measure.name()).equals(words))
                .map(Measure::name)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "field-choice",
                        "measures",
                        "“Nội dung giao” không có “%s”; chỉ có: %s."
                                .formatted(
                                        text,
                                        Arrays.stream(Measure.values())
                                                .map(Measure::label)
                                                .collect(Collectors.joining(", ")))));
    }

    private @Nullable String shown(String field, @Nullable String kept, Known known) {
        if (kept == null) {
            return null;
        }
        return switch (field) {
            case "responsibleMember" ->
                Optional.ofNullable(known.people().names().get(kept)).orElse(kept);
            case "unit" -> units.nameOf(kept);
            case "partners" ->
                String.join(
                        ", ", Arrays.stream(kept.split(",")).map(units::nameOf).toList());
            case "measures" ->
                String.join(
                        ", ",
                        Arrays.stream(kept.split(","))
                                .map(code -> Measure.valueOf(code).label())
                                .toList());
            case "startOn", "dueOn" -> Day.shown(kept);
            default -> kept;
        };
    }
}
