package vn.outreach.rules.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.Text;
import vn.outreach.intake.Change;
import vn.outreach.intake.Finding;
import vn.outreach.intake.IntakeKind;
import vn.outreach.intake.IntakeList;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.IntakeTarget;
import vn.outreach.intake.Judged;
import vn.outreach.intake.workbook.ListColumns;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.intake.workbook.ValueKind;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;

/** Lists of days off, as they are announced for a year. Days that are worked in their place are refused. */
@Component
class HolidayList implements IntakeTarget {

    private static final String DATE = "date";
    private static final String NAME = "name";
    private static final String CONFIRMED = "confirmed";
    private static final String KIND = "kind";
    private static final String WORKED = "lam";
    private static final Text NAMES = Text.line(100);
    private static final Map<String, ValueKind> COLUMNS = columns();

    private final List<ListField> fields = ListColumns.of(IntakeKind.DAYS_OFF.name(), COLUMNS);
    private final Holidays holidays;
    private final WorkingDays workingDays;
    private final ObjectMapper json;

    HolidayList(Holidays holidays, WorkingDays workingDays, ObjectMapper json) {
        this.holidays = holidays;
        this.workingDays = workingDays;
        this.json = json;
    }

    private static Map<String, ValueKind> columns() {
        Map<String, ValueKind> columns = new LinkedHashMap<>();
        columns.put(DATE, ValueKind.DAY);
        columns.put(NAME, ValueKind.TEXT);
        columns.put(KIND, ValueKind.TEXT);
        columns.put(CONFIRMED, ValueKind.YES_NO);
        return columns;
    }

    @Override
    public IntakeKind kind() {
        return IntakeKind.DAYS_OFF;
    }

    @Override
    public List<ListField> fields() {
        return fields;
    }

    @Override
    public String explanation(String field) {
        return switch (field) {
            case DATE -> "Ngày nghỉ, đủ ngày/tháng/năm.";
            case KIND -> "Để trống hoặc Nghỉ; ngày làm bù chưa nhận được.";
            case CONFIRMED -> "Có hoặc Không; để trống là đã chắc chắn.";
            default -> "Tên ngày nghỉ, như Tết Dương lịch.";
        };
    }

    @Override
    public Map<String, String> names(Collection<String> taxCodes) {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of(CONFIRMED, List.of("Có", "Không"));
    }

    @Override
    public void mustWrite(CurrentUser person) {
        person.must(Capability.KEEPS_HOLIDAYS, "Chỉ văn phòng, ban tổ chức hoặc ban chỉ đạo được nạp ngày nghỉ lễ.");
    }

    @Override
    public void mustTake(IntakeList list) {
        // Days off are taken at any time.
    }

    /** A day off of a list, and the one that is there. */
    private record Compared(
            Judged judged,
            @Nullable Holiday before,
            @Nullable Holiday after) {}

    @Override
    public List<Judged> compare(IntakeList list, List<IntakeRow> some) {
        return compared(list, some).stream().map(Compared::judged).toList();
    }

    private List<Compared> compared(IntakeList list, List<IntakeRow> some) {
        Map<LocalDate, Holiday> known = new HashMap<>();
        holidays.between(LocalDate.of(Day.FIRST_YEAR, 1, 1), LocalDate.of(Day.LAST_YEAR, 12, 31))
                .forEach(holiday -> known.put(holiday.day(), holiday));
        Map<LocalDate, Integer> lines = new HashMap<>();
        return some.stream().map(row -> compared(list, row, known, lines)).toList();
    }

    private static Compared compared(
            IntakeList list, IntakeRow row, Map<LocalDate, Holiday> known, Map<LocalDate, Integer> lines) {
        List<Finding> findings = new ArrayList<>();
        Holiday after = null;
        try {
            after = read(list, row);
        } catch (Refusal refused) {
            findings.add(Finding.refused(
                    refused.code(), refused.field(), "Dòng %d: %s".formatted(row.line(), refused.getMessage())));
        }
        Holiday before = after == null ? null : known.get(after.day());
        if (after != null) {
            Integer first = lines.putIfAbsent(after.day(), row.line());
            if (first != null) {
                findings.add(Finding.refused(
                        "row-twice", DATE, "Dòng %d trùng ngày với dòng %d.".formatted(row.line(), first)));
            }
            if (before != null) {
                // The source of a day that stands already is a better one than the list's name.
                after = new Holiday(after.day(), after.name(), before.source(), after.sure());
            }
        }
        return new Compared(
                Judged.of(
                        row,
                        null,
                        before == null ? null : Integer.valueOf(before.hashCode()),
                        findings,
                        changes(before, after)),
                before,
                after);
    }

    private static Holiday read(IntakeList list, IntakeRow row) {
        if (Folding.words(row.value(KIND)).startsWith(WORKED)) {
            throw new FieldName(KIND, "Loại").range("là ngày làm bù, chưa nhận được; hãy bỏ dòng này");
        }
        return new Holiday(
                new Day().require(new FieldName(DATE, "Ngày nghỉ"), row.value(DATE)),
                NAMES.require(new FieldName(NAME, "Tên ngày nghỉ"), row.value(NAME)),
                "Danh sách “%s”".formatted(list.fileName()),
                !"false".equals(row.value(CONFIRMED)));
    }

    private static List<Change> changes(@Nullable Holiday before, @Nullable Holiday after) {
        List<Change> changes = new ArrayList<>();
        if (after == null) {
            return changes;
        }
        if (before == null) {
            changes.add(new Change(DATE, "Ngày nghỉ", null, Day.shown(after.day())));
        }
        if (before == null || !before.name().equals(after.name())) {
            changes.add(new Change(NAME, "Tên ngày nghỉ", before == null ? null : before.name(), after.name()));
        }
        if (before != null && before.sure() != after.sure()) {
            changes.add(new Change(CONFIRMED, "Đã chắc chắn", yes(before.sure()), yes(after.sure())));
        }
        return changes;
    }

    private static String yes(boolean sure) {
        return sure ? "Có" : "Không";
    }

    @Override
    public List<Written> write(IntakeList list, List<IntakeRow> some, CurrentUser person) {
        List<Compared> compared = compared(list, some);
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            IntakeRow row = some.get(i);
            Compared one = compared.get(i);
            Holiday after = one.after();
            if (!Objects.equals(row.comparedWith(), one.judged().version())) {
                written.add(new Written(row.number(), Judged.changedSince(row, one.judged()), null, null));
            } else if (one.judged().state().isWritten() && after != null) {
                holidays.put(after);
                written.add(new Written(row.number(), one.judged(), text(one.before()), after.hashCode()));
            } else {
                written.add(new Written(row.number(), one.judged(), null, null));
            }
        }
        workingDays.forget();
        return written;
    }

    @Override
    public @Nullable String takeBack(IntakeList list, Taken row, CurrentUser person) {
        Holiday now = holidays.between(LocalDate.of(Day.FIRST_YEAR, 1, 1), LocalDate.of(Day.LAST_YEAR, 12, 31)).stream()
                .filter(holiday -> Objects.equals(holiday.hashCode(), row.version()))
                .findFirst()
                .orElse(null);
        if (now == null) {
            return "Ngày nghỉ này đã được sửa sau khi nạp.";
        }
        Holiday before = holiday(row.before());
        if (before == null) {
            holidays.remove(now.day(), now.day());
        } else {
            holidays.put(before);
        }
        workingDays.forget();
        return null;
    }

    private @Nullable String text(@Nullable Holiday holiday) {
        try {
            return holiday == null ? null : json.writeValueAsString(holiday);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Holiday holiday(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Holiday.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
