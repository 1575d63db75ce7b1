package vn.outreach.caseevent;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.outreach.candidate.Candidates;
import vn.outreach.enterprise.EnterpriseClosing;
import vn.outreach.enterprise.Enterprises;
import vn.outreach.ledger.Done;
import vn.outreach.ledger.Ledger;
import vn.outreach.ledger.Step;
import vn.outreach.people.Asking;
import vn.outreach.people.CurrentUser;
import vn.outreach.refusal.Refusal;

/** Who may report what, and where a report goes. */
@Service
class CaseEventService {

    private final CaseEventWorkflow workflow;
    private final EnterpriseClosing closing;
    private final Enterprises enterprises;
    private final Candidates candidates;
    private final Ledger ledger;
    private final Asking asking;

    CaseEventService(
            CaseEventWorkflow workflow,
            EnterpriseClosing closing,
            Enterprises enterprises,
            Candidates candidates,
            Ledger ledger,
            Asking asking) {
        this.workflow = workflow;
        this.closing = closing;
        this.enterprises = enterprises;
        this.candidates = candidates;
        this.ledger = ledger;
        this.asking = asking;
    }

    /** What happened, when, and the fields of its message. */
    record Report(CaseEvent event, LocalDate occurredOn, Map<String, Object> payload) {}

    /** Officers report on enterprises, cells on candidates, the organisation board on both; all may introduce somebody. */
    void mayReport(CaseEvent event) {
        CurrentUser user = asking.current();
        boolean cells = event.isAboutCandidate() || event == CaseEvent.CANDIDATE_INTRODUCED;
        boolean may = user.in("organisationBoard")
                || cells && user.inHostCell()
                || !event.isAboutCandidate() && user.in("outreachOfficers");
        if (!may) {
            throw Refusal.forbidden("wrong-person", "Bạn không có quyền báo việc “" + event.label() + "”.");
        }
    }

    /** Holds the enterprise's row, so that the same report sent twice at once is delivered once. */
    String enterprise(String enterpriseCode) {
        if (enterprises.find(enterpriseCode).isEmpty()) {
            throw Refusal.invalid(
                    "enterprise-unknown",
                    "enterpriseCode",
                    "Doanh nghiệp có mã số thuế “%s” (enterpriseCode) chưa có trong sổ đăng ký.".formatted(enterpriseCode));
        }
        return enterprises.lock(enterpriseCode).taxCode();
    }

    /** The same for a candidate; the report shows up with the enterprise. */
    String enterpriseOfCandidate(String candidateRef) {
        if (candidates.find(candidateRef).isEmpty()) {
            throw Refusal.invalid(
                    "candidate-unknown", "candidateRef", "Không có hồ sơ quần chúng “%s” (candidateRef).".formatted(candidateRef));
        }
        return candidates.lock(candidateRef).enterpriseCode();
    }

    /** Hands the report to the case that waits for it; an enterprise may also close while no case runs. */
    void deliver(Step step, Report report) {
        CaseEvent event = report.event();
        String key = event.isAboutCandidate() ? step.candidateRef() : step.taxCode();
        if (event == CaseEvent.CELL_BELOW_MINIMUM) {
            workflow.begins(event, key, report.payload());
        } else if (workflow.waits(event, key)) {
            workflow.happened(event, key, report.payload());
        } else if (event == CaseEvent.ENTERPRISE_CLOSED && !enterprises.require(key).isClosed()) {
            closing.close(step.as(step.phase(), event.code()), (String) report.payload().get("reason"), report.occurredOn());
            return;
        } else {
            throw nothingWaits(event, key);
        }
        ledger.record(step, Done.DONE, report.occurredOn());
    }

    private static Refusal nothingWaits(CaseEvent event, String key) {
        return Refusal.invalid(
                "nothing-waits",
                "eventType",
                "Không có hồ sơ nào của %s đang chờ việc “%s” (eventType %s).".formatted(key, event.label(), event.code()));
    }
}
