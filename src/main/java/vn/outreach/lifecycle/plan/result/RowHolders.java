package vn.outreach.lifecycle.plan.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;

/**
 * Who had a row of a plan on a day: what was reached then is theirs, whoever has the row now. On the day of a change
 * the new holder has it already. Only what changed after the approval counts: a draft gives nobody a row.
 */
@Repository
public class RowHolders {

    private final JdbcClient jdbc;

    public RowHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a row named until a day that is no longer part of it. */
    private record Before(LocalDate until, @Nullable String value) {}

    /** The rows of a year that have changed hands. */
    static final class Changed {

        private static final String MEMBER = "responsibleMember";
        private static final String UNIT = "unit";

        private final Map<String, Map<String, List<Before>>> rows = new HashMap<>();

        private void add(ResultSet change) throws SQLException {
            OffsetDateTime changedAt = change.getObject("changed_at", OffsetDateTime.class);
            rows.computeIfAbsent(change.getString("tax_code"), code -> new HashMap<>())
                    .computeIfAbsent(change.getString("field"), field -> new ArrayList<>())
                    .add(new Before(
                            LocalDate.ofInstant(changedAt.toInstant(), OutreachApplication.ZONE.toZoneId()),
                            change.getString("old_value")));
        }

        Set<String> taxCodes() {
            return rows.keySet();
        }

        /** @param today who has the row now */
        RowHolder on(LocalDate day, String taxCode, RowHolder today) {
            Map<String, List<Before>> row = rows.get(taxCode);
            return row == null
                    ? today
                    : new RowHolder(on(day, row.get(MEMBER), today.member()), on(day, row.get(UNIT), today.unit()));
        }

        private static @Nullable String on(LocalDate day, @Nullable List<Before> versions, @Nullable String today) {
            if (versions == null) {
                return today;
            }
            for (Before before : versions) {
                if (day.isBefore(before.until())) {
                    return before.value();
                }
            }
            return today;
        }
    }

    Changed of(int year) {
        Changed changed = new Changed();
        jdbc.sql("""
                select tax_code, field, old_value, changed_at from plan_row_change
                where plan_year = ? and amendment_id is not null and field in ('responsibleMember', 'unit') order by id""").param(year).query(changed::add);
        return changed;
    }
}
