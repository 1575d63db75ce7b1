package vn.outreach.register.enterprise;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.FreeTextRule;

/**
 * The register's table. Writes refresh the stage, so that it always agrees with what was written last, and note who
 * wrote what.
 */
@Repository
public class Enterprises {

    private final JdbcClient jdbc;
    private final EnterpriseRows rows;
    private final Stages stages;
    private final RegisterEntries entries;
    private final FreeTextRule texts;
    private final Clock clock;

    Enterprises(
            JdbcClient jdbc,
            EnterpriseRows rows,
            Stages stages,
            RegisterEntries entries,
            FreeTextRule texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.stages = stages;
        this.entries = entries;
        this.texts = texts;
        this.clock = clock;
    }

    public Optional<Enterprise> find(String taxCode) {
        return rows.find(taxCode);
    }

    /** The rows of these tax codes in one question; those that nobody knows are missing. */
    public Map<String, Enterprise> find(Collection<String> taxCodes) {
        return rows.find(taxCodes);
    }

    public Enterprise require(String taxCode) {
        return find(taxCode).orElseThrow(() -> unknown(taxCode));
    }

    /** Reads the row and holds it until the transaction ends, for rules that compare several fields. */
    public Enterprise lock(String taxCode) {
        return rows.lock(taxCode).orElseThrow(() -> unknown(taxCode));
    }

    /** The row as this transaction leaves it, with the stage that follows from what it has written so far. */
    Enterprise written(String taxCode) {
        stages.settle(taxCode);
        return require(taxCode);
    }

    /** Writes the fields given and leaves the others. */
    void apply(String taxCode, RegisterChange change) {
        texts.check(change.texts());
        MapSqlParameterSource parameters = new MapSqlParameterSource("taxCode", taxCode).addValue("now", now());
        StringJoiner assignments = new StringJoiner(", ");
        change.values().forEach((field, value) -> {
            assignments.add(field.column() + " = :" + field.name());
            parameters.addValue(field.name(), value);
        });
        if (change.values().get(EnterpriseField.NAME) instanceof String name) {
            assignments
                    .add("search_name = :searchName")
                    .add("sort_name = :sortName")
                    .add("match_name = :matchName");
            parameters
                    .addValue("searchName", NameKeys.search(name))
                    .addValue("sortName", NameKeys.sort(name))
                    .addValue("matchName", NameKeys.match(name));
        }
        if (change.values().containsKey(EnterpriseField.ZONE)) {
            assignments.add("sort_zone = :sortZone");
            parameters.addValue(
                    "sortZone", NameKeys.sort((String) change.values().get(EnterpriseField.ZONE)));
        }
        if (assignments.length() == 0) {
            return;
        }
        int updated = jdbc.sql("update enterprise set " + assignments
                        + ", version = version + 1, updated_at = :now where tax_code = :taxCode")
                .paramSource(parameters)
                .update();
        if (updated == 0) {
            throw unknown(taxCode);
        }
        rows.written(taxCode);
        entries.add(taxCode, change.values().keySet(), change.trueOn(), change.source());
        stages.refresh(taxCode);
    }

    /** One full member more; without a cell of its own the enterprise also has one more who is willing to found one. */
    void addFullMember(String taxCode) {
        jdbc.sql("""
                update enterprise set full_members = coalesce(full_members, 0) + 1,
                    willing_full_members = case when cell_founded_on is null
                        then coalesce(willing_full_members, 0) + 1 else willing_full_members end,
                    version = version + 1, updated_at = :now
                where tax_code = :taxCode""").param("taxCode", taxCode).param("now", now()).update();
        rows.written(taxCode);
        entries.add(
                taxCode,
                require(taxCode).hasCell()
                        ? List.of(EnterpriseField.FULL_MEMBERS)
                        : List.of(EnterpriseField.FULL_MEMBERS, EnterpriseField.WILLING_FULL_MEMBERS),
                null,
                null);
    }

    void insert(String taxCode, RegisterChange values) {
        String name = (String) values.values().get(EnterpriseField.NAME);
        texts.check(values.texts());
        MapSqlParameterSource parameters = new MapSqlParameterSource("taxCode", taxCode)
                .addValue("now", now())
                .addValue("searchName", NameKeys.search(name))
                .addValue("sortName", NameKeys.sort(name))
                .addValue("matchName", NameKeys.match(name))
                .addValue("sortZone", NameKeys.sort((String) values.values().get(EnterpriseField.ZONE)));
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner markers = new StringJoiner(", ");
        for (Map.Entry<EnterpriseField, Object> value : values.values().entrySet()) {
            columns.add(value.getKey().column());
            markers.add(":" + value.getKey().name());
            parameters.addValue(value.getKey().name(), value.getValue());
        }
        jdbc.sql(
                        "insert into enterprise (tax_code, search_name, sort_name, match_name, sort_zone, stage, created_at, updated_at, version, "
                                + columns
                                + ") values (:taxCode, :searchName, :sortName, :matchName, :sortZone, 'REGISTERED', :now, :now, 1, "
                                + markers + ")")
                .paramSource(parameters)
                .update();
        rows.written(taxCode);
        entries.add(taxCode, values.given(), values.trueOn(), values.source());
        stages.refresh(taxCode);
    }

    /** Takes an enterprise out that came by mistake and that nothing refers to. */
    void delete(String taxCode) {
        entries.delete(taxCode);
        jdbc.sql("delete from enterprise where tax_code = ?").param(taxCode).update();
        rows.written(taxCode);
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }

    private static Refusal unknown(String taxCode) {
        return Refusal.unknown(
                "enterprise-unknown", "Doanh nghiệp có mã số thuế “%s” chưa có trong sổ đăng ký.".formatted(taxCode));
    }
}
