package vn.outreach.lifecycle.plan.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.intake.IntakeKind;
import vn.outreach.intake.IntakeList;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.IntakeTarget;
import vn.outreach.intake.Judged;
import vn.outreach.intake.workbook.ListColumns;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.intake.workbook.ValueKind;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Measure;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.ResponsiblePeople;
import vn.outreach.security.identity.Units;

/**
 * Lists of a year's plan: rows of its draft. An enterprise that the register does not know is entered with them, where
 * the list has its columns too.
 */
@Component
class PlanRowList implements IntakeTarget {

    private static final String TAX_CODE = "taxCode";
    private static final Map<String, ValueKind> OWN = own();

    private final List<ListField> fields;
    private final IntakeTarget register;
    private final PlanRows rows;
    private final PlanYears years;
    private final PlanHeads heads;
    private final PlanRowListReader reader;
    private final PlanRowService service;
    private final ResponsiblePeople people;
    private final Units units;
    private final ObjectMapper json;

    PlanRowList(
            @Qualifier("registerList") IntakeTarget register,
            PlanRows rows,
            PlanYears years,
            PlanHeads heads,
            PlanRowListReader reader,
            PlanRowService service,
            ResponsiblePeople people,
            Units units,
            ObjectMapper json) {
        this.register = register;
        this.rows = rows;
        this.years = years;
        this.heads = heads;
        this.reader = reader;
        this.service = service;
        this.people = people;
        this.units = units;
        this.json = json;
        Map<String, ValueKind> columns = new LinkedHashMap<>();
        register.fields().stream()
                .filter(field -> !field.personal())
                .forEach(field -> columns.put(field.name(), field.kind()));
        columns.putAll(OWN);
        this.fields = ListColumns.of(IntakeKind.PLAN_ROWS.name(), columns);
    }

    private static Map<String, ValueKind> own() {
        Map<String, ValueKind> columns = new LinkedHashMap<>();
        columns.put("responsibleMember", ValueKind.MEMBER);
        columns.put("unit", ValueKind.TEXT);
        columns.put("partners", ValueKind.TEXT);
        columns.put("measures", ValueKind.TEXT);
        columns.put("admissionTarget", ValueKind.NUMBER);
        columns.put("product", ValueKind.TEXT);
        columns.put("startOn", ValueKind.DAY);
        columns.put("dueOn", ValueKind.DAY);
        columns.put("note", ValueKind.TEXT);
        return columns;
    }

    /** What a row was before it was written, and whether its enterprise was entered with it. */
    record Before(@Nullable Assignment row, boolean entered) {}

    @Override
    public IntakeKind kind() {
        return IntakeKind.PLAN_ROWS;
    }

    @Override
    public List<ListField> fields() {
        return fields;
    }

    @Override
    public String explanation(String field) {
        return switch (field) {
            case "responsibleMember" -> "Họ tên hoặc tên đăng nhập của người phụ trách.";
            case "unit", "partners" -> "Tên đơn vị như trong hệ thống; nhiều đơn vị phối hợp cách nhau bằng dấu phẩy.";
            case "measures" ->
                "Một hoặc nhiều nội dung, cách nhau bằng dấu phẩy: "
                        + Arrays.stream(Measure.values()).map(Measure::label).collect(Collectors.joining(", ")) + ".";
            case "admissionTarget" -> "Số người dự kiến kết nạp trong năm.";
            case "startOn", "dueOn" -> "Ngày trong năm của kế hoạch.";
            case "product", "note" -> "Chữ; để trống nếu không có.";
            default -> register.explanation(field);
        };
    }

    @Override
    public Map<String, String> names(Collection<String> taxCodes) {
        return register.names(taxCodes);
    }

    @Override
    public Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new HashMap<>(register.choices());
        choices.put("responsibleMember", List.copyOf(people.byName().names().values()));
        choices.put("unit", units.answering().stream().map(Units.Unit::name).toList());
        return choices;
    }

    @Override
    public void mustWrite(CurrentUser person) {
        person.must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được nạp danh sách kế hoạch.");
    }

    @Override
    public void mustTake(IntakeList list) {
        years.checked(year(list));
        heads.find(year(list)).ifPresent(head -> PlanHeads.mustBeDraft(year(list), head.status()));
    }

    private static int year(IntakeList list) {
        Integer year = list.planYear();
        if (year == null) {
            throw new FieldName("planYear", "Năm kế hoạch").missing();
        }
        return year;
    }

    @Override
    public List<Judged> compare(IntakeList list, List<IntakeRow> some) {
        return compared(list, some).stream()
                .map(PlanRowListReader.Compared::judged)
                .toList();
    }

    private List<PlanRowListReader.Compared> compared(IntakeList list, List<IntakeRow> some) {
        List<String> codes = codes(some);
        Map<String, String> known = register.names(codes);
        Map<String, Assignment> before = before(list, codes);
        List<IntakeRow> unknown = some.stream()
                .filter(row -> !known.containsKey(row.value(TAX_CODE)))
                .toList();
        Map<Integer, Judged> entered = new HashMap<>();
        List<Judged> judged = register.compare(list, unknown);
        for (int i = 0; i < unknown.size(); i++) {
            entered.put(unknown.get(i).number(), judged.get(i));
        }
        PlanRowListReader.Known names = reader.known();
        return some.stream()
                .map(row -> reader.compare(
                        year(list), row, names, before.get(row.value(TAX_CODE)), entered.get(row.number())))
                .toList();
    }

    private Map<String, Assignment> before(IntakeList list, List<String> codes) {
        return rows.of(year(list), codes).stream()
                .map(PlanRow::assignment)
                .collect(Collectors.toMap(Assignment::taxCode, Function.identity()));
    }

    private static List<String> codes(List<IntakeRow> some) {
        return some.stream()
                .map(row -> row.value(TAX_CODE))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public List<Written> write(IntakeList list, List<IntakeRow> some, CurrentUser person) {
        heads.lockDraft(year(list));
        List<PlanRowListReader.Compared> compared = compared(list, some);
        List<Assignment> before = new ArrayList<>();
        List<Assignment> after = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            IntakeRow row = some.get(i);
            Judged judged = compared.get(i).judged();
            Assignment planned = compared.get(i).after();
            if (!Objects.equals(row.comparedWith(), judged.version())) {
                written.add(new Written(row.number(), Judged.changedSince(row, judged), null, null));
            } else if (!judged.state().isWritten() || planned == null) {
                written.add(new Written(row.number(), judged, null, null));
            } else {
                Judged refused = compared.get(i).entered() ? enter(list, row, person) : null;
                if (refused != null) {
                    written.add(new Written(row.number(), refused, null, null));
                    continue;
                }
                Assignment was = compared.get(i).before();
                if (was != null) {
                    before.add(was);
                }
                after.add(planned);
                written.add(new Written(
                        row.number(),
                        judged,
                        text(new Before(was, compared.get(i).entered())),
                        PlanRowListReader.version(planned)));
            }
        }
        if (!after.isEmpty()) {
            service.write(year(list), before, after, person);
        }
        return written;
    }

    /** Enters the enterprise of a row; null, or what stands against it. */
    private @Nullable Judged enter(IntakeList list, IntakeRow row, CurrentUser person) {
        Judged entered = register.write(list, List.of(row), person).get(0).judged();
        return entered.state().isWritten() ? null : entered;
    }

    @Override
    public @Nullable String takeBack(IntakeList list, Taken row, CurrentUser person) {
        try {
            heads.lockDraft(year(list));
        } catch (Refusal noDraft) {
            return noDraft.getMessage();
        }
        Before before = before(row.before());
        Assignment now = before(list, List.of(row.taxCode())).get(row.taxCode());
        if (now != null && !Objects.equals(PlanRowListReader.version(now), row.version())) {
            return "Dòng kế hoạch đã được sửa sau khi nạp.";
        }
        service.write(
                year(list),
                Stream.ofNullable(now).toList(),
                Stream.ofNullable(before.row()).toList(),
                person);
        return before.entered()
                ? register.takeBack(list, new Taken(row.number(), row.taxCode(), null, 1, row.at()), person)
                : null;
    }

    private String text(Before before) {
        try {
            return json.writeValueAsString(before);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Before before(@Nullable String text) {
        try {
            return text == null ? new Before(null, false) : json.readValue(text, Before.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
