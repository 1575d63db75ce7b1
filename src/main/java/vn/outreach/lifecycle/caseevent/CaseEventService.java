package vn.outreach.lifecycle.caseevent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseClosing;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.security.identity.AdmissionVisibility;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;

/** Who may report what, and where a report goes. */
@Service
class CaseEventService {

    /** All that a row about a candidate's decision tells everybody; the admission's own row tells the rest. */
    private static final Set<String> WHAT_AND_WHEN = Set.of("eventType", "occurredOn");

    private final CaseEventWorkflow workflow;
    private final EnterpriseClosing closing;
    private final Enterprises enterprises;
    private final Candidates candidates;
    private final Ledger ledger;
    private final CurrentUserProvider asking;

    CaseEventService(
            CaseEventWorkflow workflow,
            EnterpriseClosing closing,
            Enterprises enterprises,
            Candidates candidates,
            Ledger ledger,
            CurrentUserProvider asking) {
        this.workflow = workflow;
        this.closing = closing;
        this.enterprises = enterprises;
        this.candidates = candidates;
        this.ledger = ledger;
        this.asking = asking;
    }

    /** What happened, to whom (tax code or candidate's reference), when, and the fields of its message. */
    record Report(CaseEvent event, String key, LocalDate occurredOn, Map<String, Object> payload) {}

    /**
     * Officers report on enterprises, cells on candidates, the organisation board on both; all may introduce somebody.
     */
    void mayReport(CaseEvent event) {
        if (!mayReport(event, asking.current())) {
            throw Refusal.forbidden("wrong-person", "Đồng chí không có quyền báo việc “" + event.label() + "”.");
        }
    }

    private static boolean mayReport(CaseEvent event, CurrentUser user) {
        boolean cells = event.isAboutCandidate() || event == CaseEvent.CANDIDATE_INTRODUCED;
        return cells && user.inHostCell()
                || user.can(
                        event.isAboutCandidate()
                                ? Capability.REPORTS_ON_CANDIDATES
                                : Capability.REPORTS_ON_ENTERPRISES);
    }

    /**
     * What the asking person may report of this enterprise now, by its code: what no case waits for would be refused.
     */
    List<String> reportable(String taxCode) {
        Enterprise enterprise = enterprises.require(taxCode);
        Set<String> awaited = workflow.awaited(taxCode);
        return CaseEvent.all().stream()
                .filter(event -> mayReport(event, asking.current()))
                .filter(event -> isExpected(event, enterprise, awaited))
                .map(CaseEvent::code)
                .toList();
    }

    private boolean isExpected(CaseEvent event, Enterprise enterprise, Set<String> awaited) {
        return switch (event) {
            // Which candidate is meant is said with the report.
            case CANDIDATE_WITHDREW, CONSENT_WITHDRAWN, CANDIDATE_MOVED -> true;
            case CELL_BELOW_MINIMUM -> enterprise.hasCell() && !workflow.isRestoring(enterprise.taxCode());
            case ENTERPRISE_CLOSED -> !enterprise.isClosed();
            case OWNER_CONTACTED, CANDIDATE_INTRODUCED, MEMBERSHIP_CHANGED -> awaited.contains(event.message());
        };
    }

    /** Holds the enterprise's row, so that the same report sent twice at once is delivered once. */
    void holdEnterprise(String taxCode) {
        if (enterprises.find(taxCode).isEmpty()) {
            throw Refusal.invalid(
                    "enterprise-unknown",
                    "enterpriseCode",
                    "Doanh nghiệp có mã số thuế “%s” chưa có trong sổ đăng ký.".formatted(taxCode));
        }
        enterprises.lock(taxCode);
    }

    /** The same for a candidate; another cell's candidate is none. */
    void holdCandidate(String candidateRef) {
        AdmissionVisibility visibility = asking.current().admissions();
        if (candidates
                .find(candidateRef)
                .filter(candidate -> candidates.isSeen(candidate, visibility))
                .isEmpty()) {
            throw Refusal.invalid(
                    "candidate-unknown", "candidateRef", "Không có hồ sơ quần chúng “%s”.".formatted(candidateRef));
        }
        candidates.lock(candidateRef);
    }

    /** A cell introduces people of its own enterprise. */
    void mayIntroduceAt(String taxCode) {
        if (!asking.current().mayBringTo(taxCode)) {
            throw Refusal.forbidden("wrong-person", "Chi bộ chỉ giới thiệu quần chúng ưu tú của doanh nghiệp mình.");
        }
    }

    /** Hands the report to the case that waits for it; an enterprise may also close while no case runs. */
    void deliver(LedgerEntry step, Report report) {
        CaseEvent event = report.event();
        String key = report.key();
        if (event == CaseEvent.CELL_BELOW_MINIMUM) {
            workflow.begins(event, key, report.payload());
        } else if (workflow.waits(event, key)) {
            workflow.happened(event, key, report.payload());
        } else if (event == CaseEvent.ENTERPRISE_CLOSED
                && !enterprises.require(key).isClosed()) {
            closing.close(
                    step.as(step.phase(), event.code()),
                    (String) report.payload().get("reason"),
                    report.occurredOn());
            return;
        } else {
            throw nothingWaits(event, key);
        }
        ledger.record(event.isAboutCandidate() ? step.only(WHAT_AND_WHEN) : step, Done.DONE, report.occurredOn());
    }

    private static Refusal nothingWaits(CaseEvent event, String key) {
        return Refusal.invalid(
                "nothing-waits",
                "eventType",
                "Không có hồ sơ nào của %s đang chờ việc “%s”.".formatted(key, event.label()));
    }
}
