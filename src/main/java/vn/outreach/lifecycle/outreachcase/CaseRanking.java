package vn.outreach.lifecycle.outreachcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.base.background.Background;
import vn.outreach.process.RunningCases;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Source;
import vn.outreach.rules.Rank;
import vn.outreach.rules.RankInput;
import vn.outreach.rules.Rules;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/**
 * Ranks running cases again once a day, until the owner agrees: what was entered meanwhile may have changed what D1
 * says. Nothing is written where the rank is the same, and an unranked case waits for its first rank.
 */
@Component
class CaseRanking implements Background {

    private static final String STEP = "rank";
    private static final String NOBODY = "system";

    private final JdbcClient jdbc;
    private final Rules rules;
    private final Register register;
    private final Enterprises enterprises;
    private final EnterpriseService entries;
    private final RunningCases running;
    private final OutreachCaseWorkflow cases;
    private final Ledger ledger;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseRanking(
            JdbcClient jdbc,
            Rules rules,
            Register register,
            Enterprises enterprises,
            EnterpriseService entries,
            RunningCases running,
            OutreachCaseWorkflow cases,
            Ledger ledger,
            Notifications notifications,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.register = register;
        this.enterprises = enterprises;
        this.entries = entries;
        this.running = running;
        this.cases = cases;
        this.ledger = ledger;
        this.notifications = notifications;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A case before the owner's agreement, as it was ranked last. */
    private record RankedCase(
            String id,
            String taxCode,
            @Nullable Integer planYear,
            @Nullable String ruleVersion,
            int priority,
            RankInput input) {}

    @Override
    public String title() {
        return "Xếp lại thứ tự ưu tiên";
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    /** Each case in a transaction of its own; one that fails does not keep the others from their rank. */
    @Override
    public void pass() {
        Map<RankInput, Rank> asked = new HashMap<>();
        RuntimeException failure = null;
        for (RankedCase each : ranked()) {
            if (asked.computeIfAbsent(each.input(), rules::rank).priority() != each.priority()) {
                try {
                    transaction.executeWithoutResult(status -> rankAgain(each));
                } catch (RuntimeException failed) {
                    failure = failed;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<RankedCase> ranked() {
        return jdbc.sql("""
                select c.process_instance_id, c.tax_code, c.plan_year, c.rule_version, e.priority, e.surveyed_on,
                    e.accessibility, e.union_recognised_on, e.workers, coalesce(p.many_workers, :manyWorkers) as many_workers
                from outreach_case c join enterprise e on e.tax_code = c.tax_code
                left join plan p on p.plan_year = c.plan_year and p.status in ('APPROVED', 'CLOSED')
                where c.ended_at is null and e.owner_agreed_on is null and e.closed_on is null and e.priority is not null
                order by c.tax_code""")
                .param("manyWorkers", register.manyWorkers())
                .query(CaseRanking::row)
                .list();
    }

    private static RankedCase row(ResultSet row, int number) throws SQLException {
        return new RankedCase(
                row.getString("process_instance_id"),
                row.getString("tax_code"),
                row.getObject("plan_year", Integer.class),
                row.getString("rule_version"),
                row.getInt("priority"),
                new RankInput(
                        row.getDate("surveyed_on") != null,
                        Objects.requireNonNullElse(row.getString("accessibility"), Accessibility.UNKNOWN.name()),
                        row.getDate("union_recognised_on") != null,
                        row.getInt("workers"),
                        row.getInt("many_workers")));
    }

    /** Asks again while the register's row is held: what was seen may be over. */
    private void rankAgain(RankedCase seen) {
        Enterprise enterprise = enterprises.lock(seen.taxCode());
        Integer before = enterprise.priority();
        Rank rank = rules.rank(input(enterprise, seen.input().manyWorkers()));
        if (before == null || before == rank.priority() || !isWaiting(seen, enterprise)) {
            return;
        }
        entries.change(
                seen.taxCode(),
                new RegisterChange()
                        .set(EnterpriseField.PRIORITY, rank.priority())
                        .set(EnterpriseField.PRIORITY_REASON, rank.reason()));
        ledger.record(step(seen, rank), Done.DONE);
        cases.ranked(seen.taxCode(), rank.priority());
        String member = register.responsibleMember(seen.taxCode());
        if (member != null) {
            notifications.enqueue(
                    NotificationMessage.rankChanged(occasion(seen), before, rank.priority(), rank.reason()),
                    Set.of(member));
        }
    }

    private boolean isWaiting(RankedCase seen, Enterprise enterprise) {
        return enterprise.ownerAgreedOn() == null
                && !enterprise.isClosed()
                && running.instance(OutreachProcess.KEY, seen.taxCode())
                        .filter(seen.id()::equals)
                        .isPresent();
    }

    private static RankInput input(Enterprise enterprise, int manyWorkers) {
        Accessibility access = enterprise.accessibility();
        return new RankInput(
                enterprise.surveyedOn() != null,
                (access == null ? Accessibility.UNKNOWN : access).name(),
                enterprise.hasUnion(),
                enterprise.workers() == null ? 0 : enterprise.workers(),
                manyWorkers);
    }

    private LedgerEntry step(RankedCase seen, Rank rank) {
        return new LedgerEntry(
                OutreachProcess.KEY,
                STEP,
                seen.id(),
                seen.id(),
                null,
                seen.taxCode(),
                null,
                seen.ruleVersion(),
                seen.planYear(),
                Source.JOB,
                NOBODY,
                LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId()),
                Map.of("priorityReason", rank.reason()));
    }

    private NotificationSubject occasion(RankedCase seen) {
        Enterprise changed = enterprises.require(seen.taxCode());
        return new NotificationSubject(
                // The register's version makes each change an occasion of its own, also back and forth.
                "rank:" + seen.taxCode() + ":" + changed.version(), seen.taxCode(), changed.name(), null, null, null);
    }
}
