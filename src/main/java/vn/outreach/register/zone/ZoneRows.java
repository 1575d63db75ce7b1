package vn.outreach.register.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.PerTransaction;
import vn.outreach.base.text.VietnameseOrder;

/** The zones with their spellings; few enough to be read as a whole. */
@Repository
class ZoneRows {

    private static final String NAMES = "names";

    private final JdbcClient jdbc;
    private final PerTransaction<Map<String, String>> known = new PerTransaction<>();

    ZoneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names. */
    List<Zone> all() {
        Map<Long, Zone> zones = new LinkedHashMap<>();
        jdbc.sql(
                        "select z.id, z.name, a.written from zone z left join zone_alias a on a.zone_id = z.id and a.written <> z.name"
                                + " order by z.id, a.written")
                .query(row -> {
                    long id = row.getLong("id");
                    String name = row.getString("name");
                    Zone zone = zones.computeIfAbsent(id, each -> new Zone(id, name, new ArrayList<>()));
                    if (row.getString("written") != null) {
                        zone.aliases().add(row.getString("written"));
                    }
                });
        return zones.values().stream()
                .sorted((one, other) -> VietnameseOrder.BY_NAME.compare(one.name(), other.name()))
                .toList();
    }

    /** The zones' names by the keys of all their spellings; read once a transaction. */
    Map<String, String> names() {
        return known.get(NAMES).orElseGet(() -> {
            Map<String, String> names = new LinkedHashMap<>();
            jdbc.sql("select a.match_name, z.name from zone_alias a join zone z on z.id = a.zone_id")
                    .query(row -> {
                        names.put(row.getString(1), row.getString(2));
                    });
            known.put(NAMES, names);
            return names;
        });
    }

    /** Holds all zones until the transaction ends, so that two people do not give one spelling to two zones. */
    void lock() {
        jdbc.sql("select id from zone order by id for update").query(Long.class).list();
    }

    long insert(String name) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into zone (name) values (?)").param(name).update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void rename(long id, String name) {
        jdbc.sql("update zone set name = ? where id = ?").params(name, id).update();
    }

    void delete(long id) {
        jdbc.sql("delete from zone_alias where zone_id = ?").param(id).update();
        jdbc.sql("delete from zone where id = ?").param(id).update();
        known.forgetAll();
    }

    /** Writes the spellings of a zone in place of those it had; its name is one of them. */
    void spell(long id, Collection<String> texts) {
        jdbc.sql("delete from zone_alias where zone_id = ?").param(id).update();
        Map<String, String> byKey = new LinkedHashMap<>();
        texts.forEach(text -> byKey.putIfAbsent(ZoneWords.key(text), text));
        byKey.forEach((key, text) -> jdbc.sql("insert into zone_alias (match_name, written, zone_id) values (?, ?, ?)")
                .params(key, text, id)
                .update());
        known.forgetAll();
    }
}
