package vn.outreach.document.paper;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.process.TaskCase;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUser;

/**
 * The papers of enterprises: added, followed by a newer version, described anew, withdrawn. Who may is asked before, by
 * whoever calls.
 */
@Component
public class Papers {

    private final PaperStore store;
    private final PaperRows rows;
    private final VirusScan scan;
    private final Enterprises enterprises;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Papers(
            PaperStore store,
            PaperRows rows,
            VirusScan scan,
            Enterprises enterprises,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.scan = scan;
        this.enterprises = enterprises;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Adds a paper with its content. The content is looked at, scanned and on the disk before the row is written:
     * whoever calls without a transaction holds none while bytes come in slowly.
     *
     * @param user who adds it
     * @throws Refusal when the enterprise is unknown, the task an admission's, or the content none that is taken;
     *     nothing is left behind then
     */
    public Paper add(NewPaper paper, InputStream content, CurrentUser user) {
        check(paper);
        try (Received received = store.receive(content)) {
            PaperKind kind = Content.kindOf(received.file());
            scan.check(received, paper.taxCode());
            String key = store.keep(received);
            return transaction.execute(status -> write(paper, received, kind, key, user));
        }
    }

    /** Writes type, number and date anew, over the revision that the person has seen. */
    Paper describe(Paper seen, int revision, PaperType type, String number, LocalDate date) {
        Paper now = hold(seen);
        mustBeThere(now);
        if (now.revision() != revision) {
            throw changedMeanwhile();
        }
        notFuture(date);
        rows.describe(now.id(), type, number, date);
        Paper after = rows.find(now.taxCode(), now.id()).orElseThrow();
        audit.record(AuditEntry.of(AuditAction.PAPER_CHANGED, "Paper", subject(now))
                .changing("type, number, date", described(now), described(after)));
        return after;
    }

    /** Takes a version out of use. Row and content stay, so that everybody sees what was withdrawn, by whom and why. */
    Paper withdraw(Paper seen, String reason, CurrentUser user) {
        Paper now = hold(seen);
        mustBeThere(now);
        rows.withdraw(now.id(), user.id(), now(), reason);
        audit.record(AuditEntry.of(AuditAction.PAPER_WITHDRAWN, "Paper", subject(now))
                .changing(now.type().name(), now.sha256(), reason));
        return rows.find(now.taxCode(), now.id()).orElseThrow();
    }

    private void check(NewPaper paper) {
        enterprises.require(paper.taxCode());
        TaskCase task = paper.task();
        if (task != null && task.candidateRef() != null) {
            throw ofCandidate();
        }
        if (task != null && !paper.taxCode().equals(task.taxCode())) {
            throw Refusal.invalid(
                    "task-of-another", "taskId", "Việc này không phải của doanh nghiệp " + paper.taxCode() + ".");
        }
        notFuture(paper.date());
        if (paper.replaces() != null) {
            mustBeThere(require(paper.taxCode(), paper.replaces()));
        }
    }

    private Paper write(NewPaper paper, Received received, PaperKind kind, String key, CurrentUser user) {
        rows.same(paper.taxCode(), paper.type(), received.sha256()).ifPresent(same -> {
            throw Refusal.conflict(
                    "paper-duplicate",
                    "Tệp này đã có trong giấy tờ của doanh nghiệp: %s, “%s”."
                            .formatted(same.type().label(), same.fileName()));
        });
        Paper before = paper.replaces() == null ? null : newest(paper.taxCode(), paper.replaces());
        TaskCase task = paper.task() == null ? stepOf(before) : paper.task();
        Paper row = new Paper(
                0,
                paper.taxCode(),
                before == null ? UUID.randomUUID().toString() : before.chain(),
                before == null ? 1 : before.version() + 1,
                paper.type(),
                paper.number(),
                paper.date(),
                kind.named(FileName.of(paper.fileName())),
                kind.mediaType(),
                received.size(),
                received.sha256(),
                key,
                task.phase(),
                task.step(),
                task.processInstanceId(),
                task.taskId(),
                user.id(),
                now(),
                1,
                null,
                null,
                null);
        return rows.find(paper.taxCode(), rows.insert(row)).orElseThrow();
    }

    /** The version that is replaced, held so that two do not follow it at once. */
    private Paper newest(String taxCode, long id) {
        Paper before = rows.lock(taxCode, id).orElseThrow(() -> unknown(id));
        mustBeThere(before);
        if (before.version() != rows.newestVersion(before.chain())) {
            throw changedMeanwhile();
        }
        return before;
    }

    /** A version that is added to no step belongs to that of the version before: who reads it does not change. */
    private static TaskCase stepOf(Paper before) {
        return before == null
                ? new TaskCase(null, null, null, null, null, null)
                : new TaskCase(before.taskId(), null, null, before.phase(), before.step(), before.processInstanceId());
    }

    private Paper hold(Paper seen) {
        return rows.lock(seen.taxCode(), seen.id()).orElseThrow(() -> unknown(seen.id()));
    }

    Paper require(String taxCode, long id) {
        return rows.find(taxCode, id).orElseThrow(() -> unknown(id));
    }

    private void notFuture(LocalDate date) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        DateRules.notFuture(new FieldName("date", "Ngày của giấy tờ"), date, today);
    }

    private static void mustBeThere(Paper paper) {
        if (paper.isWithdrawn()) {
            throw Refusal.conflict("paper-withdrawn", "Giấy tờ “%s” đã được rút.".formatted(paper.fileName()));
        }
    }

    private static Refusal changedMeanwhile() {
        return Refusal.conflict(
                "changed-meanwhile", "Giấy tờ vừa được người khác thay đổi; hãy xem lại rồi gửi lần nữa.");
    }

    static Refusal ofCandidate() {
        return Refusal.forbidden(
                "paper-of-candidate", "Giấy tờ của quần chúng ưu tú không được tải lên; chỉ ghi số, ngày và nơi giữ.");
    }

    static Refusal unknown(long id) {
        return Refusal.unknown("paper-unknown", "Không có giấy tờ mang mã %d ở doanh nghiệp này.".formatted(id));
    }

    private static String subject(Paper paper) {
        return paper.taxCode() + "/" + paper.id();
    }

    private static String described(Paper paper) {
        return "%s; %s; %s".formatted(paper.type(), paper.number(), paper.date());
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
