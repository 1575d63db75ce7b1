package vn.outreach.lifecycle.plan.row;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.Units;

/**
 * Until V044 a plan's row named its unit by any text. Texts that are a unit's name become its id; others go into the
 * row's note and are listed in the log. Which names there are only {@code units.yml} knows, so this is no SQL.
 */
@Component
public class R__PlanRowUnits extends BaseJavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(R__PlanRowUnits.class);
    private static final int LONGEST_NOTE = 2000;

    private final Units units;

    R__PlanRowUnits(Units units) {
        this.units = units;
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Set<String> ids = units.answering().stream().map(Units.Unit::id).collect(Collectors.toSet());
        List<String> unmatched = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(
                        "select plan_year, tax_code, unit, note from plan_row where unit is not null order by plan_year, tax_code");
                PreparedStatement write = connection.prepareStatement(
                        "update plan_row set unit = ?, note = ? where plan_year = ? and tax_code = ?");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                String text = row.getString("unit");
                if (ids.contains(text)) {
                    continue;
                }
                String id = units.answering(text).map(Units.Unit::id).orElse(null);
                String note = row.getString("note");
                if (id == null) {
                    unmatched.add("%d %s: %s".formatted(row.getInt("plan_year"), row.getString("tax_code"), text));
                    note = noted(text, note);
                }
                write.setString(1, id);
                write.setString(2, note);
                write.setInt(3, row.getInt("plan_year"));
                write.setString(4, row.getString("tax_code"));
                write.addBatch();
            }
            write.executeBatch();
        }
        if (!unmatched.isEmpty()) {
            LOG.warn(
                    "{} dòng kế hoạch ghi đơn vị không có trong units.yml; tên đơn vị chuyển vào ghi chú: {}",
                    unmatched.size(),
                    String.join("; ", unmatched));
        }
    }

    private static String noted(String unit, @Nullable String note) {
        String all = "Đơn vị: " + unit + (note == null ? "" : "\n" + note);
        return all.length() <= LONGEST_NOTE ? all : all.substring(0, LONGEST_NOTE);
    }
}
