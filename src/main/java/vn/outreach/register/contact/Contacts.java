package vn.outreach.register.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.text.Folding;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The contact log's table. Rows are added, never changed: the database refuses it. */
@Repository
class Contacts {

    static final Map<String, String> SORTED_BY = Map.of("day", "c.contacted_on", "recordedAt", "c.recorded_at");
    /** Newest first. */
    static final String KEY = "c.contacted_on desc, c.id desc";

    private static final String SELECT = """
            select c.id, c.tax_code, c.contacted_on, c.kind, c.with_whom, c.said, c.next_step, c.next_on, c.readiness, c.made_by,
                c.recorded_by, c.recorded_at, c.corrects, c.reason, c.withdrawn,
                not c.withdrawn and not exists (select 1 from contact later where later.corrects = c.id) as stands
            from contact c""";
    private static final String CURRENT =
            " and not c.withdrawn and not exists (select 1 from contact later where later.corrects = c.id)";

    private final JdbcClient jdbc;
    private final PeopleNames names;

    Contacts(JdbcClient jdbc, PeopleNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** What is asked for: only rows that say how ready the owner's side was; with the rows that no longer stand. */
    record Filter(String taxCode, boolean rated, boolean trace) {}

    Page<Contact> page(Filter filter, Paging paging) {
        String where = " where c.tax_code = :taxCode" + (filter.rated() ? " and c.readiness is not null" : "")
                + (filter.trace() ? "" : CURRENT);
        long total = jdbc.sql("select count(*) from contact c" + where)
                .param("taxCode", filter.taxCode())
                .query(Long.class)
                .single();
        List<Contact> items = read(jdbc.sql(SELECT + where + " order by " + paging.orderBy()
                        + " offset :offset rows fetch next :size rows only")
                .param("taxCode", filter.taxCode())
                .param("offset", paging.offset())
                .param("size", paging.size()));
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** The newest that stand. */
    List<Contact> last(String taxCode, int number) {
        return read(jdbc.sql(SELECT + " where c.tax_code = :taxCode" + CURRENT + " order by " + KEY
                        + " fetch first :number rows only")
                .param("taxCode", taxCode)
                .param("number", number));
    }

    /** The newest contact that somebody else had in these days, both included. */
    Optional<Contact> ofColleague(String taxCode, String user, LocalDate from, LocalDate to) {
        return read(jdbc.sql(SELECT + " where c.tax_code = :taxCode and c.made_by <> :user"
                                + " and c.contacted_on between :from and :to" + CURRENT + " order by " + KEY
                                + " fetch first 1 rows only")
                        .param("taxCode", taxCode)
                        .param("user", user)
                        .param("from", from)
                        .param("to", to))
                .stream()
                .findFirst();
    }

    Optional<Contact> find(String taxCode, long id) {
        return read(jdbc.sql(SELECT + " where c.tax_code = :taxCode and c.id = :id")
                        .param("taxCode", taxCode)
                        .param("id", id))
                .stream()
                .findFirst();
    }

    /** The contact that the same person reported in the same words since then, and that stands. */
    Optional<Contact> sent(Contact contact, OffsetDateTime since) {
        return read(jdbc.sql(SELECT + " where c.tax_code = :taxCode and c.recorded_by = :user and c.contacted_on = :day"
                                + " and c.kind = :kind and c.recorded_at >= :since and c.corrects is null" + CURRENT
                                + " order by c.id")
                        .param("taxCode", contact.taxCode())
                        .param("user", contact.recordedBy())
                        .param("day", contact.day())
                        .param("kind", contact.kind().name())
                        .param("since", since))
                .stream()
                .filter(contact::saysTheSame)
                .findFirst();
    }

    /** What the same person wrote in place of the same row since then, in the same words and for the same reason. */
    Optional<Contact> sentCorrection(Contact correction, OffsetDateTime since) {
        return read(jdbc.sql(
                                SELECT
                                        + " where c.corrects = :corrects and c.recorded_by = :user and c.recorded_at >= :since order by c.id")
                        .param("corrects", correction.corrects())
                        .param("user", correction.recordedBy())
                        .param("since", since))
                .stream()
                .filter(row -> row.withdrawn() == correction.withdrawn()
                        && Objects.equals(row.reason(), correction.reason())
                        && row.saysTheSame(correction))
                .findFirst();
    }

    Contact add(Contact c) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into contact (tax_code, contacted_on, kind, with_whom, said, next_step, next_on, readiness, made_by,
                    recorded_by, recorded_at, corrects, reason, withdrawn)
                values (:taxCode, :day, :kind, :withWhom, :said, :nextStep, :nextDay, :readiness, :madeBy,
                    :recordedBy, :recordedAt, :corrects, :reason, :withdrawn)""")
                .paramSource(new MapSqlParameterSource("taxCode", c.taxCode())
                        .addValue("day", c.day())
                        .addValue("kind", c.kind().name())
                        .addValue("withWhom", c.withWhom())
                        .addValue("said", c.said())
                        .addValue("nextStep", c.nextStep())
                        .addValue("nextDay", c.nextDay())
                        .addValue("readiness", c.readiness())
                        .addValue("madeBy", c.madeBy())
                        .addValue("recordedBy", c.recordedBy())
                        .addValue("recordedAt", c.recordedAt())
                        .addValue("corrects", c.corrects())
                        .addValue("reason", c.reason())
                        .addValue("withdrawn", c.withdrawn()))
                .update(key, "id");
        return find(c.taxCode(), key.getKeyAs(Long.class)).orElseThrow();
    }

    /** People who left keep their id. */
    private List<Contact> read(JdbcClient.StatementSpec select) {
        List<Contact> found = select.query(Contacts::row).list();
        Map<String, String> called =
                names.of(found.stream().map(Contact::madeBy).collect(Collectors.toSet()));
        return found.stream()
                .map(contact -> Optional.ofNullable(called.get(contact.madeBy()))
                        .filter(name -> !Folding.isBlank(name))
                        .map(contact::called)
                        .orElse(contact))
                .toList();
    }

    private static Contact row(ResultSet row, int number) throws SQLException {
        String madeBy = row.getString("made_by");
        return new Contact(
                row.getLong("id"),
                row.getString("tax_code"),
                row.getObject("contacted_on", LocalDate.class),
                ContactKind.valueOf(row.getString("kind")),
                row.getString("with_whom"),
                row.getString("said"),
                row.getString("next_step"),
                row.getObject("next_on", LocalDate.class),
                row.getObject("readiness", Integer.class),
                madeBy,
                madeBy,
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class)
                        .atZoneSameInstant(OutreachApplication.ZONE.toZoneId())
                        .toOffsetDateTime(),
                row.getObject("corrects", Long.class),
                row.getString("reason"),
                row.getBoolean("withdrawn"),
                row.getBoolean("stands"));
    }
}
