package vn.outreach.lifecycle.plan.head;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.base.value.FieldName;

/** The years that have plans: from the year of Quy định 29-QĐ/TW to next year, the same for rows and process. */
@Component
public class PlanYears {

    private static final int FIRST = 2016;

    private final Clock clock;

    public PlanYears(Clock clock) {
        this.clock = clock;
    }

    /**
     * The year of an address.
     *
     * @throws vn.outreach.base.refusal.Refusal {@code field-range} for a year that has no plan
     */
    public int checked(int year) {
        return check("year", year, today().getYear());
    }

    /** Today in the office. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
    }

    /** The same for the year that a field names. */
    public static int check(String field, int year, int thisYear) {
        int last = thisYear + 1;
        if (year < FIRST || year > last) {
            throw new FieldName(field, "Năm kế hoạch").range("phải trong khoảng năm %d–%d".formatted(FIRST, last));
        }
        return year;
    }
}
