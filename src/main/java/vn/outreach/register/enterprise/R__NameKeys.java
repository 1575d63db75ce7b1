package vn.outreach.register.enterprise;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Refolds the names of the register once for each version of the folding: search and order then find in old rows what
 * they find in new ones. Runs after the versioned migrations, under Flyway's lock.
 */
@Component
class R__NameKeys extends BaseJavaMigration {

    private static final int AT_ONCE = 500;

    @Override
    public Integer getChecksum() {
        return NameKeys.VERSION;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement read = connection.prepareStatement(
                        "select tax_code, name, zone, search_name, sort_name, sort_zone, match_name from enterprise order by tax_code");
                PreparedStatement write = connection.prepareStatement(
                        "update enterprise set search_name = ?, sort_name = ?, sort_zone = ?, match_name = ? where tax_code = ?");
                ResultSet row = read.executeQuery()) {
            int waiting = 0;
            while (row.next()) {
                String search = NameKeys.search(row.getString("name"));
                String sort = NameKeys.sort(row.getString("name"));
                String zone = NameKeys.sort(row.getString("zone"));
                String match = NameKeys.match(row.getString("name"));
                if (search.equals(row.getString("search_name"))
                        && Objects.equals(sort, row.getString("sort_name"))
                        && Objects.equals(zone, row.getString("sort_zone"))
                        && match.equals(row.getString("match_name"))) {
                    continue;
                }
                write.setString(1, search);
                write.setString(2, sort);
                write.setString(3, zone);
                write.setString(4, match);
                write.setString(5, row.getString("tax_code"));
                write.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
    }
}
