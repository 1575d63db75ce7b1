package vn.outreach.register.enterprise;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;
import vn.outreach.register.zone.ZoneWords;

/**
 * Refolds the names of the register once for each version of the folding: search and order then find in old rows what
 * they find in new ones. Zones that rows have under another spelling get their name. Runs after the versioned
 * migrations and after the zones' own, under Flyway's lock.
 */
@Component
class R__NameKeys extends BaseJavaMigration {

    private static final int AT_ONCE = 500;
    private static final String ENTRY =
            "insert into register_entry (tax_code, fields, true_on, said_by, said_at, source)"
                    + " values (?, 'zone', current_date, 'system', current_timestamp, '" + RegisterZones.SOURCE + "')";

    @Override
    public Integer getChecksum() {
        return NameKeys.VERSION;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Map<String, String> zones = zones(connection);
        try (PreparedStatement read = connection.prepareStatement(
                        "select tax_code, name, zone, search_name, sort_name, sort_zone, match_name from enterprise order by tax_code");
                PreparedStatement write = connection.prepareStatement(
                        "update enterprise set search_name = ?, sort_name = ?, zone = ?, sort_zone = ?, match_name = ? where tax_code = ?");
                PreparedStatement entry = connection.prepareStatement(ENTRY);
                ResultSet row = read.executeQuery()) {
            int waiting = 0;
            while (row.next()) {
                String text = row.getString("zone");
                String zone = zones.getOrDefault(ZoneWords.key(text), text);
                String search = NameKeys.search(row.getString("name"));
                String sort = NameKeys.sort(row.getString("name"));
                String sortZone = NameKeys.sort(zone);
                String match = NameKeys.match(row.getString("name"));
                if (search.equals(row.getString("search_name"))
                        && Objects.equals(sort, row.getString("sort_name"))
                        && Objects.equals(zone, text)
                        && Objects.equals(sortZone, row.getString("sort_zone"))
                        && match.equals(row.getString("match_name"))) {
                    continue;
                }
                write.setString(1, search);
                write.setString(2, sort);
                write.setString(3, zone);
                write.setString(4, sortZone);
                write.setString(5, match);
                write.setString(6, row.getString("tax_code"));
                write.addBatch();
                if (!Objects.equals(zone, text)) {
                    entry.setString(1, row.getString("tax_code"));
                    entry.addBatch();
                }
                if (++waiting % AT_ONCE == 0) {
                    write.executeBatch();
                    entry.executeBatch();
                }
            }
            write.executeBatch();
            entry.executeBatch();
        }
    }

    private static Map<String, String> zones(Connection connection) throws SQLException {
        Map<String, String> zones = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(
                        "select a.match_name, z.name from zone_alias a join zone z on z.id = a.zone_id");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                zones.put(row.getString(1), row.getString(2));
            }
        }
        return zones;
    }
}
