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
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.outreach.rules.calendar.HolidayTable.Sent;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;

/**
 * Lists of days off, as they are announced for a year, and of the Saturdays and Sundays worked in their place. A worked
 * day names the day off that it pays for, in a column of its own or in its name (<em>làm bù ngày 02/01</em>).
 */
@Component
class HolidayList implements IntakeTarget {

    private static final String DATE = "date";
    private static final String NAME = "name";
    private static final String CONFIRMED = "confirmed";
    private static final String KIND = "kind";
    private static final String PAIR = "pairedWith";
    private static final String PAIR_LABEL = "Làm bù cho ngày";
    /** How words for a worked day begin, without accents. */
    private static final List<String> WORKED = List.of("lam", "di lam", "working", "hoan doi lam");

    private static final Pattern DAY_IN_NAME = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?\\b");
    private static final Text NAMES = Text.line(100);
    private static final Map<String, ValueKind> COLUMNS = columns();

    private final List<ListField> fields = ListColumns.of(IntakeKind.DAYS_OFF.name(), COLUMNS);
    private final Holidays holidays;
    private final HolidayChanges changes;
    private final ObjectMapper json;

    HolidayList(Holidays holidays, HolidayChanges changes, ObjectMapper json) {
        this.holidays = holidays;
        this.changes = changes;
        this.json = json;
    }

    private static Map<String, ValueKind> columns() {
        Map<String, ValueKind> columns = new LinkedHashMap<>();
        columns.put(DATE, ValueKind.DAY);
        columns.put(NAME, ValueKind.TEXT);
        columns.put(KIND, ValueKind.TEXT);
        columns.put(PAIR, ValueKind.DAY);
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
            case DATE -> "Ngày nghỉ hoặc ngày làm bù, đủ ngày/tháng/năm.";
            case KIND -> "Nghỉ hoặc Làm bù; để trống là ngày nghỉ.";
            case PAIR -> "Của ngày làm bù: ngày nghỉ trong tuần được làm bù.";
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
        return Map.of(CONFIRMED, List.of("Có", "Không"), KIND, List.of("Nghỉ", "Làm bù"));
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
        holidays.all().forEach(holiday -> known.put(holiday.day(), holiday));
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
                after = new Holiday(
                        after.day(),
                        after.name(),
                        before.source(),
                        after.sure(),
                        after.kind(),
                        after.pairedWith() == null && before.kind() == after.kind()
                                ? before.pairedWith()
                                : after.pairedWith());
            }
        }
        return new Compared(
                Judged.of(
                        row,
                        null,
                        before == null ? null : Integer.valueOf(before.version()),
                        findings,
                        changes(before, after)),
                before,
                after);
    }

    private static Holiday read(IntakeList list, IntakeRow row) {
        LocalDate day = new Day().require(new FieldName(DATE, "Ngày"), row.value(DATE));
        String name = NAMES.require(new FieldName(NAME, "Tên ngày nghỉ"), row.value(NAME));
        String kind = Folding.words(row.value(KIND));
        boolean worked = WORKED.stream().anyMatch(kind::startsWith);
        if (worked && Holiday.isWeekday(day)) {
            throw new FieldName(DATE, "Ngày làm bù").range("phải là thứ Bảy hoặc Chủ nhật");
        }
        return new Holiday(
                day,
                name,
                "Danh sách “%s”".formatted(list.fileName()),
                !"false".equals(row.value(CONFIRMED)),
                worked ? DayKind.WORKING : DayKind.OFF,
                worked ? dayOff(row, day, name) : null);
    }

    /** The day off that a worked day pays for. */
    private static LocalDate dayOff(IntakeRow row, LocalDate worked, String name) {
        FieldName field = new FieldName(PAIR, PAIR_LABEL);
        LocalDate day = new Day().read(field, row.value(PAIR));
        if (day == null) {
            Matcher said = DAY_IN_NAME.matcher(name);
            if (!said.find()) {
                throw field.missing();
            }
            String year = said.group(3) == null ? String.valueOf(worked.getYear()) : said.group(3);
            day = new Day()
                    .require(
                            field,
                            "%s-%2s-%2s"
                                    .formatted(year, said.group(2), said.group(1))
                                    .replace(' ', '0'));
        }
        if (!Holiday.isWeekday(day)) {
            throw field.range("phải là một ngày từ thứ Hai đến thứ Sáu");
        }
        return day;
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
        if (after.works() && (before == null || !Objects.equals(after.pairedWith(), before.pairedWith()))) {
            changes.add(new Change(
                    PAIR, PAIR_LABEL, before == null ? null : shown(before.pairedWith()), shown(after.pairedWith())));
        }
        if (before != null && before.kind() != after.kind()) {
            changes.add(new Change(KIND, "Loại", word(before), word(after)));
        }
        if (before != null && before.sure() != after.sure()) {
            changes.add(new Change(CONFIRMED, "Đã chắc chắn", yes(before.sure()), yes(after.sure())));
        }
        return changes;
    }

    private static @Nullable String shown(@Nullable LocalDate day) {
        return day == null ? null : Day.shown(day);
    }

    private static String word(Holiday holiday) {
        return holiday.works() ? "Làm bù" : "Nghỉ";
    }

    private static String yes(boolean sure) {
        return sure ? "Có" : "Không";
    }

    @Override
    public String consequence(IntakeList list, Supplier<List<IntakeRow>> rows) {
        List<IntakeRow> some = rows.get();
        List<Compared> compared = compared(list, some);
        return HolidayChanges.sentence(changes.moving(table -> write(table, some, compared)));
    }

    @Override
    public List<Written> write(IntakeList list, List<IntakeRow> some, CurrentUser person) {
        List<Compared> compared = compared(list, some);
        List<Written> written = new ArrayList<>();
        changes.write(table -> written.addAll(write(table, some, compared)));
        return written;
    }

    private List<Written> write(HolidayTable table, List<IntakeRow> some, List<Compared> compared) {
        Map<Integer, Written> written = new TreeMap<>();
        // Days off first: the worked days look for theirs.
        for (boolean worked : new boolean[] {false, true}) {
            for (int i = 0; i < some.size(); i++) {
                Holiday after = compared.get(i).after();
                if (after == null ? !worked : after.works() == worked) {
                    written.put(i, write(table, some.get(i), compared.get(i)));
                }
            }
        }
        return List.copyOf(written.values());
    }

    private Written write(HolidayTable table, IntakeRow row, Compared one) {
        Holiday after = one.after();
        if (!Objects.equals(row.comparedWith(), one.judged().version())) {
            return new Written(row.number(), Judged.changedSince(row, one.judged()), null, null);
        }
        if (after == null || !one.judged().state().isWritten()) {
            return new Written(row.number(), one.judged(), null, null);
        }
        try {
            table.put(List.of(new Sent(
                    "", after.day(), after.name(), after.source(), after.sure(), after.kind(), after.pairedWith())));
        } catch (Refusal refused) {
            Holiday before = one.before();
            if (before == null) {
                table.removeAlone(after);
            } else {
                table.set(before);
            }
            Finding finding = Finding.refused(
                    refused.code(), refused.field(), "Dòng %d: %s".formatted(row.line(), refused.getMessage()));
            return new Written(
                    row.number(),
                    Judged.of(
                            row,
                            null,
                            one.judged().version(),
                            List.of(finding),
                            one.judged().changes()),
                    null,
                    null);
        }
        return new Written(row.number(), one.judged(), text(one.before()), after.version());
    }

    @Override
    public @Nullable String takeBack(IntakeList list, Taken row, CurrentUser person) {
        Holiday now = holidays.all().stream()
                .filter(holiday -> Objects.equals(holiday.version(), row.version()))
                .findFirst()
                .orElse(null);
        if (now == null) {
            return "Ngày này đã được sửa sau khi nạp.";
        }
        Holiday before = holiday(row.before());
        changes.write(table -> {
            table.removeAlone(now);
            if (before != null) {
                table.set(before);
            }
        });
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
