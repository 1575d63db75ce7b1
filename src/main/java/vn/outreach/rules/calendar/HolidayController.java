package vn.outreach.rules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.Page;

/** The days off: everybody reads them, the boards keep them. */
@RestController
@RequestMapping("/api/v1/holidays")
class HolidayController {

    private static final Set<String> FIELDS = Set.of("day", "name", "source", "sure");
    private static final WholeNumber YEARS = new WholeNumber(Day.FIRST_YEAR, Day.LAST_YEAR);

    private final Holidays holidays;
    private final WorkingDays workingDays;
    private final TransactionOperations transaction;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    HolidayController(
            Holidays holidays,
            WorkingDays workingDays,
            TransactionOperations transaction,
            CurrentUserProvider asking,
            AuditTrail audit) {
        this.holidays = holidays;
        this.workingDays = workingDays;
        this.transaction = transaction;
        this.asking = asking;
        this.audit = audit;
    }

    @GetMapping
    Page<Holiday> list(@RequestParam(required = false) Integer year) {
        return Page.whole(holidays.between(first(year), last(year)));
    }

    /** With a year: the rows sent are that year's days off, the others go. Without: the rows are added or changed. */
    @PutMapping
    Page<Holiday> put(@RequestParam(required = false) Integer year, @RequestBody Object body) {
        asking.current()
                .must(
                        Capability.KEEPS_HOLIDAYS,
                        "Chỉ văn phòng, ban tổ chức, ban chỉ đạo hoặc quản trị viên được sửa ngày nghỉ lễ.");
        List<Body> rows = Body.rows(body, FIELDS);
        List<Holiday> days = rows.stream().map(row -> read(row, year)).toList();
        refuseTwice(rows, days);
        transaction.executeWithoutResult(status -> {
            List<String> before = texts(year);
            if (year != null) {
                holidays.remove(first(year), last(year));
            }
            days.forEach(holidays::put);
            audit.record(AuditEntry.of(AuditAction.HOLIDAYS_CHANGED, "Holidays", year == null ? null : year.toString())
                    .changingList("days", before, texts(year)));
        });
        workingDays.forget();
        return list(year);
    }

    private List<String> texts(Integer year) {
        return holidays.between(first(year), last(year)).stream()
                .map(holiday -> holiday.day() + " " + holiday.name() + (holiday.sure() ? "" : " (?)"))
                .toList();
    }

    private static Holiday read(Body row, Integer year) {
        LocalDate day = row.required("day", "Ngày nghỉ", row.date("day", "Ngày nghỉ"));
        if (year != null && day.getYear() != year) {
            throw Refusal.invalid("field-range", row.field("day"), "Ngày nghỉ phải thuộc năm %d.".formatted(year));
        }
        Boolean sure = row.flag("sure", "Đã chắc chắn");
        return new Holiday(
                day,
                row.required("name", "Tên ngày nghỉ", row.text("name", "Tên ngày nghỉ", 100)),
                row.required("source", "Căn cứ", row.text("source", "Căn cứ", 250)),
                sure == null || sure);
    }

    private static void refuseTwice(List<Body> rows, List<Holiday> days) {
        Set<LocalDate> seen = days.stream().map(Holiday::day).collect(Collectors.toSet());
        for (int i = 0; i < days.size(); i++) {
            if (!seen.remove(days.get(i).day())) {
                throw Refusal.invalid(
                        "field-choice",
                        rows.get(i).field("day"),
                        "Ngày %s có hai dòng.".formatted(days.get(i).day()));
            }
        }
    }

    private static LocalDate first(Integer year) {
        return LocalDate.of(checked(year == null ? Day.FIRST_YEAR : year), 1, 1);
    }

    private static LocalDate last(Integer year) {
        return LocalDate.of(checked(year == null ? Day.LAST_YEAR : year), 12, 31);
    }

    private static int checked(int year) {
        return YEARS.require(new FieldName("year", "Năm"), year);
    }
}
