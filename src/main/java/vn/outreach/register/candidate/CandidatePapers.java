package vn.outreach.register.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;

/** The table of candidates' papers; as restricted as the candidates' own, and erased with them. */
@Repository
public class CandidatePapers {

    private static final String COLUMNS =
            "id, type, number, paper_date, kept_at, recorded_by, recorded_at, withdrawn_by, withdrawn_at, "
                    + "withdrawn_reason";

    private final JdbcClient jdbc;
    private final Clock clock;

    CandidatePapers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a paper of this type that counts was recorded after the moment; null stands for the beginning. */
    public boolean isThere(String ref, CandidatePaperType type, @Nullable OffsetDateTime after) {
        return jdbc.sql("""
                select count(*) from candidate_paper
                where candidate_ref = :ref and type = :type and withdrawn_at is null
                    and (cast(:after as timestamp(3) with time zone) is null or recorded_at > :after)""")
                        .param("ref", ref)
                        .param("type", type.name())
                        .param("after", after)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Newest first. */
    List<CandidatePaper> of(String ref) {
        return jdbc.sql("select " + COLUMNS + " from candidate_paper where candidate_ref = ? order by id desc")
                .param(ref)
                .query(CandidatePapers::read)
                .list();
    }

    Optional<CandidatePaper> find(String ref, long id) {
        return jdbc.sql("select " + COLUMNS + " from candidate_paper where candidate_ref = ? and id = ?")
                .params(ref, id)
                .query(CandidatePapers::read)
                .optional();
    }

    CandidatePaper require(String ref, long id) {
        return find(ref, id)
                .orElseThrow(() -> Refusal.unknown(
                        "paper-unknown", "Không có giấy tờ mang mã %d trong hồ sơ %s.".formatted(id, ref)));
    }

    /** What this person recorded since then and nobody has withdrawn. */
    Stream<CandidatePaper> sent(String ref, String user, OffsetDateTime since) {
        return jdbc
                .sql("select " + COLUMNS + " " + """
                from candidate_paper where candidate_ref = ? and recorded_by = ? and recorded_at >= ?
                    and withdrawn_at is null order by id""")
                .params(ref, user, since)
                .query(CandidatePapers::read)
                .list()
                .stream();
    }

    long insert(
            String ref,
            CandidatePaperType type,
            @Nullable String number,
            @Nullable LocalDate date,
            String keptAt,
            String user) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into candidate_paper (candidate_ref, type, number, paper_date, kept_at, recorded_by, recorded_at)
                values (:ref, :type, :number, :date, :keptAt, :user, :now)""")
                .param("ref", ref)
                .param("type", type.name())
                .param("number", number)
                .param("date", date)
                .param("keptAt", keptAt)
                .param("user", user)
                .param("now", now())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    void withdraw(long id, String user, String reason) {
        jdbc.sql("update candidate_paper set withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ? where id = ?")
                .params(user, now(), reason, id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }

    private static CandidatePaper read(ResultSet row, int number) throws SQLException {
        CandidatePaperType type = CandidatePaperType.valueOf(row.getString("type"));
        OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new CandidatePaper(
                row.getLong("id"),
                type,
                type.label(),
                row.getString("number"),
                row.getObject("paper_date", LocalDate.class),
                row.getString("kept_at"),
                row.getString("recorded_by"),
                local(row.getObject("recorded_at", OffsetDateTime.class)),
                row.getString("withdrawn_by"),
                withdrawnAt == null ? null : local(withdrawnAt),
                row.getString("withdrawn_reason"));
    }

    private static OffsetDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
