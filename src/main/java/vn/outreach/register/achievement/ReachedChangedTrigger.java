package vn.outreach.register.achievement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.h2.tools.TriggerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Notes the enterprise of an act, or of a day in the register, that came, went or moved, on H2; db/migration/h2
 * installs it. PostgreSQL has a function for it.
 */
public class ReachedChangedTrigger extends TriggerAdapter {

    private static final List<String> DAYS = List.of("surveyed_on", "union_recognised_on", "cell_founded_on");

    @Override
    public void fire(Connection connection, @Nullable ResultSet before, @Nullable ResultSet after) throws SQLException {
        if ("ENTERPRISE".equalsIgnoreCase(tableName) && sameDays(before, after)) {
            return;
        }
        try (PreparedStatement note =
                connection.prepareStatement("insert into reached_changed (tax_code) values (?)")) {
            note.setString(
                    1, Objects.requireNonNull(after == null ? before : after).getString("tax_code"));
            note.executeUpdate();
        }
    }

    private static boolean sameDays(@Nullable ResultSet before, @Nullable ResultSet after) throws SQLException {
        for (String day : DAYS) {
            if (!Objects.equals(
                    before == null ? null : before.getObject(day), after == null ? null : after.getObject(day))) {
                return false;
            }
        }
        return true;
    }
}
