package vn.outreach.work.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.value.Day;

/** Table appointment. Opens no transaction: the engine or the controller has one. */
@Repository
class AppointmentRows {

    private static final String COLUMNS =
            "uid, kind, process_key, process_instance_id, tax_code, enterprise_name, zone, member, planned_on, planned_at, place, "
                    + "sequence, cancelled, changed_at";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;

    AppointmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Appointment> find(String processInstanceId, Appointment.Kind kind) {
        return jdbc.sql("select " + COLUMNS + " from appointment where process_instance_id = ? and kind = ?")
                .params(processInstanceId, kind.name())
                .query(AppointmentRows::row)
                .optional();
    }

    /** What still stands from this day on, of one process. */
    List<Appointment> standingOfProcess(String processInstanceId, LocalDate from) {
        return jdbc.sql("select " + COLUMNS
                        + " from appointment where process_instance_id = ? and planned_on >= ? and cancelled = false")
                .params(processInstanceId, from)
                .query(AppointmentRows::row)
                .list();
    }

    /** What still stands from this day on, of one enterprise. */
    List<Appointment> standingOfEnterprise(String taxCode, LocalDate from) {
        return jdbc.sql("select " + COLUMNS + " " + """
                        from appointment where tax_code = ? and planned_on >= ? and cancelled = false
                        order by planned_on, uid""")
                .params(taxCode, from)
                .query(AppointmentRows::row)
                .list();
    }

    /**
     * A person's calendar from this day on, with what was cancelled; programs know no years beyond those of
     * {@link Day}.
     */
    List<Appointment> ofMember(String member, LocalDate from, int most) {
        return jdbc.sql("select " + COLUMNS
                        + " from appointment where member = ? and planned_on between ? and ? order by planned_on, uid"
                        + " fetch first " + most + " rows only")
                .params(member, from, LocalDate.of(Day.LAST_YEAR, 12, 31))
                .query(AppointmentRows::row)
                .list();
    }

    void insert(Appointment appointment) {
        write("""
                insert into appointment(uid, kind, process_key, process_instance_id, tax_code, enterprise_name, zone, member,
                    planned_on, planned_at, place, sequence, cancelled, changed_at)
                values (:uid, :kind, :processKey, :processInstanceId, :taxCode, :enterpriseName, :zone, :member, :plannedOn, :plannedAt,
                    :place, :sequence, :cancelled, :changedAt)""", appointment);
    }

    void update(Appointment appointment) {
        write("""
                update appointment set enterprise_name = :enterpriseName, zone = :zone, member = :member,
                    planned_on = :plannedOn, planned_at = :plannedAt, place = :place, sequence = :sequence, cancelled = :cancelled, changed_at = :changedAt
                where uid = :uid and kind = :kind and process_key = :processKey and process_instance_id = :processInstanceId
                    and tax_code = :taxCode""", appointment);
    }

    private void write(String sql, Appointment appointment) {
        jdbc.sql(sql)
                .param("uid", appointment.uid())
                .param("kind", appointment.kind().name())
                .param("processKey", appointment.processKey())
                .param("processInstanceId", appointment.processInstanceId())
                .param("taxCode", appointment.taxCode())
                .param("enterpriseName", appointment.enterpriseName())
                .param("zone", appointment.zone())
                .param("member", appointment.member())
                .param("plannedOn", appointment.when().day())
                .param("plannedAt", appointment.when().hour())
                .param("place", appointment.when().place())
                .param("sequence", appointment.sequence())
                .param("cancelled", appointment.cancelled())
                .param("changedAt", local(appointment.changedAt()))
                .update();
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZONE);
    }

    private static Appointment row(ResultSet rs, int number) throws SQLException {
        return new Appointment(
                rs.getString("uid"),
                Appointment.Kind.valueOf(rs.getString("kind")),
                rs.getString("process_key"),
                rs.getString("process_instance_id"),
                rs.getString("tax_code"),
                rs.getString("enterprise_name"),
                rs.getString("zone"),
                rs.getString("member"),
                new Appointment.When(
                        rs.getObject("planned_on", LocalDate.class),
                        rs.getObject("planned_at", LocalTime.class),
                        rs.getString("place")),
                rs.getInt("sequence"),
                rs.getBoolean("cancelled"),
                rs.getObject("changed_at", LocalDateTime.class).atZone(ZONE).toInstant());
    }
}
