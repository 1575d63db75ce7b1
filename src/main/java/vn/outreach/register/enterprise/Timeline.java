package vn.outreach.register.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.register.enterprise.TimelineEntry.Kind;
import vn.outreach.register.ledger.EarlierSteps;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.security.identity.AdmissionVisibility;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/**
 * One enterprise's ledger rows, notices, open tasks and what other packages keep of it in one list, newest first by the
 * day that each shows.
 */
@Repository
public class Timeline {

    private static final String ADMISSION = ProcessKeys.MEMBER_ADMISSION;
    private static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::shownOn)
            .thenComparing(TimelineEntry::at)
            .reversed()
            .thenComparing(TimelineEntry::kind);

    private final JdbcClient jdbc;
    private final EarlierSteps steps;
    private final OpenTasks openTasks;
    private final ObjectProvider<TimelineSource> others;

    Timeline(JdbcClient jdbc, EarlierSteps steps, OpenTasks openTasks, ObjectProvider<TimelineSource> others) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.openTasks = openTasks;
        this.others = others;
    }

    /** Admissions show only to those who may read them: they name a person, if by reference. */
    Page<TimelineEntry> of(String taxCode, CurrentUser reader, Paging paging) {
        boolean withAdmissions = reader.admissions().covers(taxCode);
        List<TimelineEntry> entries = new ArrayList<>(past(taxCode, reader));
        entries.addAll(tasks(taxCode));
        entries.removeIf(entry -> !withAdmissions && ADMISSION.equals(entry.phase()));
        entries.sort(NEWEST_FIRST);
        int from = (int) Math.min(paging.offset(), entries.size());
        int to = Math.min(from + paging.size(), entries.size());
        return new Page<>(entries.subList(from, to), paging.page(), paging.size(), entries.size());
    }

    /** What has happened, without the tasks that wait; newest first. */
    public List<TimelineEntry> past(String taxCode, CurrentUser reader) {
        boolean withAdmissions = reader.admissions().covers(taxCode);
        List<TimelineEntry> entries = new ArrayList<>(outcomes(taxCode, reader));
        entries.addAll(notices(taxCode, reader.admissions()));
        others.orderedStream().forEach(source -> entries.addAll(source.of(taxCode, reader)));
        entries.removeIf(entry -> !withAdmissions && ADMISSION.equals(entry.phase()));
        entries.sort(NEWEST_FIRST);
        return entries;
    }

    /** What other packages keep of enterprises and this reader may see. */
    public List<TimelineEntry.Kind> kept(CurrentUser reader) {
        return others.orderedStream()
                .filter(source -> source.isFor(reader))
                .map(TimelineSource::kind)
                .toList();
    }

    private List<TimelineEntry> tasks(String taxCode) {
        return openTasks.of(taxCode).stream()
                .map(task -> new TimelineEntry(
                        Kind.TASK,
                        task.createdAt(),
                        task.id(),
                        task.phase(),
                        task.step(),
                        task.name(),
                        null,
                        null,
                        task.dueAt(),
                        task.assignee()))
                .toList();
    }

    private List<TimelineEntry> outcomes(String taxCode, CurrentUser reader) {
        // The newest first already here: sorting keeps it among rows of one moment.
        return steps.ofEnterprise(taxCode, reader).stream()
                .map(recorded -> outcome(recorded.outcome(), recorded.said()))
                .toList();
    }

    private static TimelineEntry outcome(Outcome row, List<EarlierSteps.Said> said) {
        return new TimelineEntry(
                Kind.OUTCOME,
                row.recordedAt(),
                Long.toString(row.id()),
                row.phase(),
                row.step(),
                null,
                row.result(),
                row.occurredOn(),
                null,
                row.recordedBy(),
                row.actedFor(),
                said);
    }

    /** Notices do not say whose admission they are of: who sees some of them is told no more than a mail. */
    private List<TimelineEntry> notices(String taxCode, AdmissionVisibility visibility) {
        boolean everyAdmission = visibility.covers(taxCode)
                && (!visibility.exceptOfOtherCells() || visibility.taxCodes().contains(taxCode));
        return jdbc.sql(
                        "select id, created_at, process_key, template, subject, inner_subject, state, recipient from notification"
                                + " where tax_code = ? order by id desc")
                .param(taxCode)
                .query((row, number) -> new TimelineEntry(
                        Kind.NOTICE,
                        row.getObject("created_at", LocalDateTime.class)
                                .atZone(OutreachApplication.ZONE.toZoneId())
                                .toOffsetDateTime(),
                        row.getString("id"),
                        row.getString("process_key"),
                        row.getString("template"),
                        title(row, everyAdmission),
                        row.getString("state"),
                        null,
                        null,
                        row.getString("recipient")))
                .list();
    }

    private static String title(ResultSet notice, boolean everyAdmission) throws SQLException {
        boolean named = everyAdmission || !ADMISSION.equals(notice.getString("process_key"));
        String inner = named ? notice.getString("inner_subject") : null;
        return inner == null ? notice.getString("subject") : inner;
    }
}
