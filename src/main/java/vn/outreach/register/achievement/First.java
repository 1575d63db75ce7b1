package vn.outreach.register.achievement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * What the acts of an enterprise come to: the first act of a year, or the people of a day.
 *
 * @param number how many people; 1 where the measure counts enterprises
 * @param outsideCase whether the register alone has it
 * @param doneBy who recorded it; null where the register alone has it, and of people
 */
record First(
        String taxCode,
        Measure measure,
        LocalDate reachedOn,
        int number,
        boolean outsideCase,
        @Nullable String doneBy) {

    /** Column by column, as {@link Acts} names them. */
    static final RowMapper<First> READ = (row, line) -> new First(
            row.getString("tax_code"),
            Measure.valueOf(row.getString("measure")),
            row.getObject("reached_on", LocalDate.class),
            row.getInt("number"),
            row.getInt("of_register") == 1,
            row.getString("done_by"));
}
