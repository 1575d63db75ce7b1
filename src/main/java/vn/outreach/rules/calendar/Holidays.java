package vn.outreach.rules.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.Upsert;

/** The table of days off, seeded from 2016 to 2027 and edited by people. */
@Repository
class Holidays {

    private final JdbcClient jdbc;
    private final Upsert upsert;

    Holidays(JdbcClient jdbc, Upsert upsert) {
        this.jdbc = jdbc;
        this.upsert = upsert;
    }

    Set<LocalDate> days() {
        return new HashSet<>(jdbc.sql("select holiday_on from holiday")
                .query(LocalDate.class)
                .list());
    }

    List<Holiday> between(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select holiday_on as "day", name, source, sure from holiday
                where holiday_on between ? and ? order by holiday_on""").params(first, last).query(Holiday.class).list();
    }

    void remove(LocalDate first, LocalDate last) {
        jdbc.sql("delete from holiday where holiday_on between ? and ?")
                .params(first, last)
                .update();
    }

    void put(Holiday holiday) {
        upsert.write(
                () -> write("update holiday set name = ?, source = ?, sure = ? where holiday_on = ?", holiday),
                () -> write("insert into holiday (name, source, sure, holiday_on) values (?, ?, ?, ?)", holiday));
    }

    private int write(String sql, Holiday holiday) {
        return jdbc.sql(sql)
                .params(holiday.name(), holiday.source(), holiday.sure(), holiday.day())
                .update();
    }
}
