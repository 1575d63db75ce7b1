package vn.outreach.rules.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.Upsert;

/** The table of days off and worked days, seeded from 2016 to 2027 and edited by people. */
@Repository
class Holidays {

    private static final String ROWS = "select holiday_on, name, source, sure, kind, paired_on from holiday";

    private final JdbcClient jdbc;
    private final Upsert upsert;

    Holidays(JdbcClient jdbc, Upsert upsert) {
        this.jdbc = jdbc;
        this.upsert = upsert;
    }

    List<Holiday> all() {
        return jdbc.sql(ROWS + " order by holiday_on").query(Holidays::row).list();
    }

    List<Holiday> between(LocalDate first, LocalDate last) {
        return jdbc.sql(ROWS + " where holiday_on between ? and ? order by holiday_on")
                .params(first, last)
                .query(Holidays::row)
                .list();
    }

    void remove(LocalDate day) {
        jdbc.sql("delete from holiday where holiday_on = ?").param(day).update();
    }

    void put(Holiday holiday) {
        upsert.write(
                () -> write(
                        "update holiday set name = ?, source = ?, sure = ?, kind = ?, paired_on = cast(? as date)"
                                + " where holiday_on = ?",
                        holiday),
                () -> write(
                        "insert into holiday (name, source, sure, kind, paired_on, holiday_on)"
                                + " values (?, ?, ?, ?, cast(? as date), ?)",
                        holiday));
    }

    private int write(String sql, Holiday holiday) {
        return jdbc.sql(sql)
                .params(
                        holiday.name(),
                        holiday.source(),
                        holiday.sure(),
                        holiday.kind().name(),
                        holiday.pairedWith(),
                        holiday.day())
                .update();
    }

    private static Holiday row(ResultSet row, int number) throws SQLException {
        return new Holiday(
                row.getObject("holiday_on", LocalDate.class),
                row.getString("name"),
                row.getString("source"),
                row.getBoolean("sure"),
                DayKind.valueOf(row.getString("kind")),
                row.getObject("paired_on", LocalDate.class));
    }
}
