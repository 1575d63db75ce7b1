package vn.outreach.register.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    private static final String COLUMNS = "tax_code, name, legal_form, ownership, owner_language, parent_company, zone, address, sector, "
            + "workers, accessibility, owner_attitude, legal_person, surveyed_on, union_recognised_on, "
            + "union_members, youth_union_members, youth_branches, youth_union_founded_on, full_members, "
            + "probationary_members, willing_full_members, owner_agreed_on, cell_founded_on, closed_on, "
            + "closed_reason, priority, priority_reason, responsible_member, stage, created_at, updated_at, version";

    private final JdbcClient jdbc;
    private final Stages stages;
    private final RegisterEntries entries;
    private final FreeTextRule texts;
    private final Clock clock;

    Enterprises(JdbcClient jdbc, Stages stages, RegisterEntries entries, FreeTextRule texts, Clock clock) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.entries = entries;
        this.texts = texts;
        this.clock = clock;
    }

    public Optional<Enterprise> find(String taxCode) {
        return jdbc.sql("select " + COLUMNS + " from enterprise where tax_code = ?").param(taxCode)
                .query(Enterprises::read).optional();
    }

    public Enterprise require(String taxCode) {
        return find(taxCode).orElseThrow(() -> unknown(taxCode));
    }

    /** Reads the row and holds it until the transaction ends, for rules that compare several fields. */
    public Enterprise lock(String taxCode) {
        return jdbc.sql("select " + COLUMNS + " from enterprise where tax_code = ? for update").param(taxCode)
                .query(Enterprises::read).optional().orElseThrow(() -> unknown(taxCode));
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
            assignments.add("search_name = :searchName").add("sort_name = :sortName");
            parameters.addValue("searchName", NameKeys.search(name)).addValue("sortName", NameKeys.sort(name));
        }
        if (change.values().containsKey(EnterpriseField.ZONE)) {
            assignments.add("sort_zone = :sortZone");
            parameters.addValue("sortZone", NameKeys.sort((String) change.values().get(EnterpriseField.ZONE)));
        }
        if (assignments.length() == 0) {
            return;
        }
        int rows = jdbc.sql("update enterprise set " + assignments
                + ", version = version + 1, updated_at = :now where tax_code = :taxCode")
                .paramSource(parameters).update();
        if (rows == 0) {
            throw unknown(taxCode);
        }
        entries.add(taxCode, change.values().keySet(), change.trueOn());
        stages.refresh(taxCode);
    }

    /** One full member more; without a cell of its own the enterprise also has one more who is willing to found one. */
    void addFullMember(String taxCode) {
        jdbc.sql("""
                update enterprise set full_members = coalesce(full_members, 0) + 1,
                    willing_full_members = case when cell_founded_on is null
                        then coalesce(willing_full_members, 0) + 1 else willing_full_members end,
                    version = version + 1, updated_at = :now
                where tax_code = :taxCode""")
                .param("taxCode", taxCode).param("now", now()).update();
        entries.add(taxCode, require(taxCode).hasCell() ? List.of(EnterpriseField.FULL_MEMBERS)
                : List.of(EnterpriseField.FULL_MEMBERS, EnterpriseField.WILLING_FULL_MEMBERS), null);
    }

    void insert(String taxCode, RegisterChange values) {
        String name = (String) values.values().get(EnterpriseField.NAME);
        texts.check(values.texts());
        MapSqlParameterSource parameters = new MapSqlParameterSource("taxCode", taxCode).addValue("now", now())
                .addValue("searchName", NameKeys.search(name)).addValue("sortName", NameKeys.sort(name))
                .addValue("sortZone", NameKeys.sort((String) values.values().get(EnterpriseField.ZONE)));
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner markers = new StringJoiner(", ");
        for (Map.Entry<EnterpriseField, Object> value : values.values().entrySet()) {
            columns.add(value.getKey().column());
            markers.add(":" + value.getKey().name());
            parameters.addValue(value.getKey().name(), value.getValue());
        }
        jdbc.sql("insert into enterprise (tax_code, search_name, sort_name, sort_zone, stage, created_at, updated_at, version, " + columns
                + ") values (:taxCode, :searchName, :sortName, :sortZone, 'REGISTERED', :now, :now, 1, " + markers + ")")
                .paramSource(parameters).update();
        entries.add(taxCode, values.given(), values.trueOn());
        stages.refresh(taxCode);
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }

    private static Refusal unknown(String taxCode) {
        return Refusal.unknown("enterprise-unknown",
                "Doanh nghiệp có mã số thuế “%s” chưa có trong sổ đăng ký.".formatted(taxCode));
    }

    static Enterprise read(ResultSet row, int number) throws SQLException {
        return new Enterprise(row.getString("tax_code"), row.getString("name"), row.getString("legal_form"),
                choice(Ownership.class, row.getString("ownership")), row.getString("owner_language"),
                row.getString("parent_company"), row.getString("zone"), row.getString("address"),
                row.getString("sector"), count(row, "workers"),
                choice(Accessibility.class, row.getString("accessibility")),
                choice(OwnerAttitude.class, row.getString("owner_attitude")),
                row.getObject("legal_person", Boolean.class), date(row, "surveyed_on"),
                date(row, "union_recognised_on"), count(row, "union_members"), count(row, "youth_union_members"),
                count(row, "youth_branches"), date(row, "youth_union_founded_on"), count(row, "full_members"),
                count(row, "probationary_members"), count(row, "willing_full_members"), date(row, "owner_agreed_on"),
                date(row, "cell_founded_on"), date(row, "closed_on"), row.getString("closed_reason"),
                count(row, "priority"), row.getString("priority_reason"), row.getString("responsible_member"),
                Stage.valueOf(row.getString("stage")), instant(row, "created_at"), instant(row, "updated_at"),
                row.getInt("version"));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String code) {
        return code == null ? null : Enum.valueOf(type, code);
    }

    private static Integer count(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(OutreachApplication.ZONE.toZoneId())
                .toOffsetDateTime();
    }
}
