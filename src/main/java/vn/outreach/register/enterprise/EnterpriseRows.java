package vn.outreach.register.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.database.PerTransaction;

/** Rows of the table {@code enterprise}. A transaction reads each of them once, and again after it was written. */
@Repository
class EnterpriseRows {

    private static final String COLUMNS =
            "tax_code, name, legal_form, ownership, owner_language, parent_company, zone, address, sector, "
                    + "workers, accessibility, owner_attitude, legal_person, surveyed_on, union_recognised_on, "
                    + "union_members, youth_union_members, youth_branches, youth_union_founded_on, full_members, "
                    + "probationary_members, willing_full_members, owner_agreed_on, cell_founded_on, closed_on, "
                    + "closed_reason, priority, priority_reason, responsible_member, stage, created_at, updated_at, version";

    private final JdbcClient jdbc;
    private final PerTransaction<Optional<Enterprise>> known = new PerTransaction<>();
    /** Rows that this transaction holds: nobody else can change them until it ends. */
    private final PerTransaction<Boolean> held = new PerTransaction<>();

    EnterpriseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Enterprise> find(String taxCode) {
        return known.get(taxCode).orElseGet(() -> read(taxCode, ""));
    }

    /** The rows of these tax codes in one question. */
    Map<String, Enterprise> find(Collection<String> taxCodes) {
        return taxCodes.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select " + COLUMNS + " from enterprise where tax_code = any(:taxCodes)")
                        .param("taxCodes", new SqlArrayValue("varchar", taxCodes.toArray()))
                        .query(EnterpriseRows::read)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Enterprise::taxCode, Function.identity()));
    }

    /** An enterprise by what people know of it. */
    record Named(String taxCode, String name, @Nullable String zone) {}

    /** Enterprises by names as {@link NameKeys#match} folds them. */
    Map<String, List<Named>> named(Collection<String> names) {
        Map<String, List<Named>> named = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql(
                            "select match_name, tax_code, name, zone from enterprise where match_name = any(:names) order by tax_code")
                    .param("names", new SqlArrayValue("varchar", names.toArray()))
                    .query(row -> {
                        named.computeIfAbsent(row.getString("match_name"), each -> new ArrayList<>())
                                .add(new Named(
                                        row.getString("tax_code"), row.getString("name"), row.getString("zone")));
                    });
        }
        return named;
    }

    /** The zones as they are written in the register, and how many enterprises are in each. */
    Map<String, Integer> zones() {
        Map<String, Integer> zones = new LinkedHashMap<>();
        jdbc.sql("select zone, count(*) from enterprise where zone is not null group by zone order by zone")
                .query(row -> {
                    zones.put(row.getString(1), row.getInt(2));
                });
        return zones;
    }

    /** The tax codes of enterprises with one of these zones, in the order in which rows are locked. */
    List<String> inZones(Collection<String> zones) {
        return jdbc.sql("select tax_code from enterprise where zone = any(:zones) order by tax_code")
                .param("zones", new SqlArrayValue("varchar", zones.toArray()))
                .query(String.class)
                .list();
    }

    /** The row as it is now, held until the transaction ends. */
    Optional<Enterprise> lock(String taxCode) {
        if (held.get(taxCode).isPresent()) {
            return find(taxCode);
        }
        Optional<Enterprise> row = read(taxCode, " for update");
        row.ifPresent(there -> held.put(taxCode, true));
        return row;
    }

    /**
     * The rows of these tax codes as they are now, held until the transaction ends, in one question. They are locked in
     * the order of their codes, so that two who hold many wait for each other and never both ways.
     */
    Map<String, Enterprise> lock(Collection<String> taxCodes) {
        List<String> wanted = taxCodes.stream().distinct().sorted().toList();
        Map<String, Enterprise> rows = new HashMap<>();
        if (!wanted.isEmpty()) {
            jdbc.sql("select " + COLUMNS
                            + " from enterprise where tax_code = any(:taxCodes) order by tax_code for update")
                    .param("taxCodes", new SqlArrayValue("varchar", wanted.toArray()))
                    .query(EnterpriseRows::read)
                    .list()
                    .forEach(row -> rows.put(row.taxCode(), row));
        }
        for (String taxCode : wanted) {
            Enterprise row = rows.get(taxCode);
            known.put(taxCode, Optional.ofNullable(row));
            if (row != null) {
                held.put(taxCode, true);
            }
        }
        return rows;
    }

    /** Holds the row without a look at one that is held already; false where there is none. */
    boolean hold(String taxCode) {
        return held.get(taxCode).isPresent() || lock(taxCode).isPresent();
    }

    /** To be called after each statement that changes the row. */
    void written(String taxCode) {
        known.forget(taxCode);
        held.put(taxCode, true);
    }

    private Optional<Enterprise> read(String taxCode, String how) {
        Optional<Enterprise> row = jdbc.sql("select " + COLUMNS + " from enterprise where tax_code = ?" + how)
                .param(taxCode)
                .query(EnterpriseRows::read)
                .optional();
        known.put(taxCode, row);
        return row;
    }

    static Enterprise read(ResultSet row, int number) throws SQLException {
        return new Enterprise(
                row.getString("tax_code"),
                row.getString("name"),
                row.getString("legal_form"),
                choice(Ownership.class, row.getString("ownership")),
                row.getString("owner_language"),
                row.getString("parent_company"),
                row.getString("zone"),
                row.getString("address"),
                row.getString("sector"),
                count(row, "workers"),
                choice(Accessibility.class, row.getString("accessibility")),
                choice(OwnerAttitude.class, row.getString("owner_attitude")),
                row.getObject("legal_person", Boolean.class),
                date(row, "surveyed_on"),
                date(row, "union_recognised_on"),
                count(row, "union_members"),
                count(row, "youth_union_members"),
                count(row, "youth_branches"),
                date(row, "youth_union_founded_on"),
                count(row, "full_members"),
                count(row, "probationary_members"),
                count(row, "willing_full_members"),
                date(row, "owner_agreed_on"),
                date(row, "cell_founded_on"),
                date(row, "closed_on"),
                row.getString("closed_reason"),
                count(row, "priority"),
                row.getString("priority_reason"),
                row.getString("responsible_member"),
                Stage.valueOf(row.getString("stage")),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getInt("version"));
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String code) {
        return code == null ? null : Enum.valueOf(type, code);
    }

    private static Integer count(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(OutreachApplication.ZONE.toZoneId())
                .toOffsetDateTime();
    }
}
