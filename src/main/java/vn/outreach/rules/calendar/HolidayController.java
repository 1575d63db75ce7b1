package vn.outreach.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.rules.calendar.HolidayTable.Sent;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.Page;

/** The days off and the worked Saturdays and Sundays: everybody reads them, the boards keep them. */
@RestController
class HolidayController {

    private static final String PATH = "/api/v1/holidays";
    private static final Set<String> FIELDS = Set.of("day", "name", "source", "sure", "kind", "pairedWith");
    private static final Set<String> CHANGE = Set.of("items", "remove");
    private static final Day DAY = new Day();
    private static final WholeNumber YEARS = new WholeNumber(Day.FIRST_YEAR, Day.LAST_YEAR);

    private final Holidays holidays;
    private final HolidayChanges changes;
    private final TransactionOperations transaction;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    HolidayController(
            Holidays holidays,
            HolidayChanges changes,
            TransactionOperations transaction,
            CurrentUserProvider asking,
            AuditTrail audit) {
        this.holidays = holidays;
        this.changes = changes;
        this.transaction = transaction;
        this.asking = asking;
        this.audit = audit;
    }

    @GetMapping(PATH)
    Page<Holiday> list(@RequestParam(required = false) Integer year) {
        return Page.whole(holidays.between(first(year), last(year)));
    }

    /** With a year: the rows sent are that year's days, the others go. Without: the rows are added or changed. */
    @PutMapping(PATH)
    Page<Holiday> put(@RequestParam(required = false) Integer year, @RequestBody Object body) {
        mustKeep();
        List<Sent> days = read(Body.rows(body, FIELDS), year);
        write(year == null ? null : year.toString(), year, table -> put(table, days, year));
        return list(year);
    }

    /** Removes the day, and the other one of its pair. */
    @DeleteMapping(PATH + "/{day}")
    Page<Holiday> remove(@PathVariable String day) {
        mustKeep();
        LocalDate removed = DAY.require(new FieldName("day", "Ngày"), day);
        write(removed.toString(), null, table -> remove(table, removed));
        return list(removed.getYear());
    }

    /**
     * What a change would do to the tasks that are open: their number, and the sentence to be asked by.
     *
     * @param moving open tasks that would be due on another day
     */
    record Preview(int moving, String sentence) {}

    @PostMapping(PATH + ":preview")
    Preview preview(@RequestParam(required = false) Integer year, @RequestBody Map<String, Object> body) {
        mustKeep();
        Body change = Body.of(body, CHANGE);
        List<Sent> days = change.has("items") ? read(Body.rows(body, FIELDS), year) : List.of();
        List<String> texts = change.texts("remove", "Ngày bỏ");
        List<LocalDate> removed = texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> DAY.require(new FieldName("remove", "Ngày bỏ"), text))
                        .toList();
        int moving = changes.moving(table -> {
            removed.forEach(day -> remove(table, day));
            put(table, days, year);
        });
        return new Preview(moving, HolidayChanges.sentence(moving));
    }

    private void mustKeep() {
        asking.current()
                .must(
                        Capability.KEEPS_HOLIDAYS,
                        "Chỉ văn phòng, ban tổ chức, ban chỉ đạo hoặc quản trị viên được sửa ngày nghỉ lễ.");
    }

    private void write(@Nullable String subject, @Nullable Integer year, Consumer<HolidayTable> change) {
        transaction.executeWithoutResult(status -> {
            List<String> before = texts(year);
            changes.write(change);
            audit.record(AuditEntry.of(AuditAction.HOLIDAYS_CHANGED, "Holidays", subject)
                    .changingList("days", before, texts(year)));
        });
    }

    private static void put(HolidayTable table, List<Sent> days, @Nullable Integer year) {
        if (year == null) {
            table.put(days);
        } else {
            table.replace(year, days);
        }
    }

    private static void remove(HolidayTable table, LocalDate day) {
        if (!table.remove(day)) {
            throw Refusal.unknown("day-unknown", "Ngày %s không có trong lịch.".formatted(Day.shown(day)));
        }
    }

    private List<String> texts(@Nullable Integer year) {
        return holidays.between(first(year), last(year)).stream()
                .map(holiday -> holiday.day() + " " + holiday.name() + (holiday.sure() ? "" : " (?)")
                        + (holiday.works() ? " (làm bù)" : ""))
                .toList();
    }

    private static List<Sent> read(List<Body> rows, @Nullable Integer year) {
        List<Sent> days = rows.stream().map(row -> read(row, year)).toList();
        refuseTwice(rows, days);
        return days;
    }

    private static Sent read(Body row, @Nullable Integer year) {
        LocalDate day = row.required("day", "Ngày nghỉ", row.date("day", "Ngày nghỉ"));
        if (year != null && day.getYear() != year) {
            throw Refusal.invalid("field-range", row.field("day"), "Ngày nghỉ phải thuộc năm %d.".formatted(year));
        }
        Boolean sure = row.flag("sure", "Đã chắc chắn");
        return new Sent(
                row.field(""),
                day,
                row.required("name", "Tên ngày nghỉ", row.text("name", "Tên ngày nghỉ", 100)),
                row.required("source", "Căn cứ", row.text("source", "Căn cứ", 250)),
                sure == null || sure,
                row.choice("kind", "Loại ngày", DayKind.class),
                row.date("pairedWith", "Ngày đi cùng"));
    }

    private static void refuseTwice(List<Body> rows, List<Sent> days) {
        Set<LocalDate> seen = days.stream().map(Sent::day).collect(Collectors.toSet());
        for (int i = 0; i < days.size(); i++) {
            if (!seen.remove(days.get(i).day())) {
                throw Refusal.invalid(
                        "field-choice",
                        rows.get(i).field("day"),
                        "Ngày %s có hai dòng.".formatted(days.get(i).day()));
            }
        }
    }

    private static LocalDate first(@Nullable Integer year) {
        return LocalDate.of(checked(year == null ? Day.FIRST_YEAR : year), 1, 1);
    }

    private static LocalDate last(@Nullable Integer year) {
        return LocalDate.of(checked(year == null ? Day.LAST_YEAR : year), 12, 31);
    }

    private static int checked(int year) {
        return YEARS.require(new FieldName("year", "Năm"), year);
    }
}
