package vn.outreach.register.zone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Makes zones of what the register had before there was a list of them: texts of several enterprises that are one zone
 * without being asked, called as most write it. A text of one enterprise may be a slip and stays, to be looked at. The
 * register's own migration, which runs behind this one by its name, writes the zones' names. Later versions of the
 * folding fold the spellings anew.
 */
@Component
public class R__KnownZones extends BaseJavaMigration {

    private static final int SEVERAL = 2;

    @Override
    public Integer getChecksum() {
        return ZoneWords.VERSION;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (isEmpty(connection)) {
            join(connection);
        } else {
            refold(connection);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet zones = statement.executeQuery("select count(*) from zone")) {
            zones.next();
            return zones.getInt(1) == 0;
        }
    }

    private static void join(Connection connection) throws SQLException {
        Map<String, Map<String, Integer>> byKey = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet texts = statement.executeQuery(
                        "select zone, count(*) from enterprise where zone is not null group by zone order by zone")) {
            while (texts.next()) {
                byKey.computeIfAbsent(ZoneWords.key(texts.getString(1)), key -> new LinkedHashMap<>())
                        .put(texts.getString(1), texts.getInt(2));
            }
        }
        for (Map.Entry<String, Map<String, Integer>> group : byKey.entrySet()) {
            int enterprises = group.getValue().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (!group.getKey().isEmpty() && enterprises >= SEVERAL) {
                String name = group.getValue().entrySet().stream()
                        .max(Comparator.comparingInt(Map.Entry::getValue))
                        .orElseThrow()
                        .getKey();
                insert(connection, name, group.getKey());
            }
        }
    }

    private static void insert(Connection connection, String name, String key) throws SQLException {
        update(connection, "insert into zone (name) values (?)", name);
        alias(connection, key, name, name);
    }

    private static void alias(Connection connection, String key, String written, String zone) throws SQLException {
        update(
                connection,
                "insert into zone_alias (match_name, written, zone_id)"
                        + " select cast(? as varchar), cast(? as varchar), id from zone where name = ?",
                key,
                written,
                zone);
    }

    private static void refold(Connection connection) throws SQLException {
        Map<String, String> zones = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet texts = statement.executeQuery(
                        "select a.written, z.name from zone_alias a join zone z on z.id = a.zone_id order by z.id, a.written")) {
            while (texts.next()) {
                zones.put(texts.getString(1), texts.getString(2));
            }
        }
        update(connection, "delete from zone_alias");
        Set<String> keys = new HashSet<>();
        for (Map.Entry<String, String> spelling : zones.entrySet()) {
            if (keys.add(ZoneWords.key(spelling.getKey()))) {
                alias(connection, ZoneWords.key(spelling.getKey()), spelling.getKey(), spelling.getValue());
            }
        }
    }

    private static void update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
