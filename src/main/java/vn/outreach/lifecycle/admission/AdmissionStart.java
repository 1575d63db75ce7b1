package vn.outreach.lifecycle.admission;

import static vn.outreach.lifecycle.admission.AdmissionProcess.CANDIDATE_REF;
import static vn.outreach.lifecycle.admission.AdmissionProcess.ENTERPRISE_CODE;
import static vn.outreach.lifecycle.admission.AdmissionProcess.HOST_CELL;
import static vn.outreach.lifecycle.admission.AdmissionProcess.PLAN_YEAR;
import static vn.outreach.lifecycle.admission.AdmissionProcess.RULE_VERSION;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.ProcessStart;
import vn.outreach.process.Step;
import vn.outreach.register.candidate.Candidate;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.rules.Rules;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.HostCells;

/** Opens an admission: whose it is, where the candidate works, which cell carries it, and under which rules. */
@Component
class AdmissionStart implements ProcessStart {

    /**
     * Nothing else may come with a start: what a person would call data of the candidate has no place in the engine.
     */
    private static final Set<String> START_FIELDS = Set.of(
            "enterpriseCode",
            "candidateRef",
            "hostCell",
            "planYear",
            "priority",
            "ruleVersion",
            "enterpriseName",
            "stage");

    private final Enterprises enterprises;
    private final Candidates candidates;
    private final HostCells hostCells;
    private final Rules rules;
    private final AdmissionSettings settings;
    private final CurrentUserProvider asking;

    AdmissionStart(
            Enterprises enterprises,
            Candidates candidates,
            HostCells hostCells,
            Rules rules,
            AdmissionSettings settings,
            CurrentUserProvider asking) {
        this.enterprises = enterprises;
        this.candidates = candidates;
        this.hostCells = hostCells;
        this.rules = rules;
        this.settings = settings;
        this.asking = asking;
    }

    @Override
    public String processKey() {
        return AdmissionProcess.KEY;
    }

    @Override
    public String open(DelegateExecution execution) {
        nothingElse(execution);
        Enterprise enterprise = enterprises.require(ENTERPRISE_CODE.require(execution));
        mayOpen(enterprise);
        ready(enterprise);
        HOST_CELL.set(execution, hostCell(execution, enterprise));
        PLAN_YEAR.set(execution, PLAN_YEAR.find(execution).orElse(Step.today().getYear()));
        RULE_VERSION.set(execution, rules.versionOn(Step.today()));
        String candidateRef = candidate(execution, enterprise);
        CANDIDATE_REF.set(execution, candidateRef);
        carriedBy(candidateRef, HOST_CELL.require(execution));
        return candidateRef;
    }

    private static void nothingElse(DelegateExecution execution) {
        execution.getVariableNamesLocal().stream()
                .filter(name -> !START_FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw AdmissionLedger.unknown(name);
                });
    }

    /** A cell opens admissions of its own enterprise: it may not see others, and a start would tell it of them. */
    private void mayOpen(Enterprise enterprise) {
        if (!asking.current().mayBringTo(enterprise.taxCode())) {
            throw Refusal.forbidden("wrong-person", "Chi bộ chỉ xét kết nạp người của doanh nghiệp mình.");
        }
    }

    /** Without the owner's agreement there is no work with the enterprise's people, unless a cell is there already. */
    private static void ready(Enterprise enterprise) {
        if (enterprise.isClosed()) {
            throw Refusal.invalid(
                    "enterprise-closed",
                    "enterpriseCode",
                    "Doanh nghiệp %s đã ngừng hoạt động.".formatted(enterprise.taxCode()));
        }
        if (enterprise.ownerAgreedOn() == null && !enterprise.hasCell()) {
            throw Refusal.invalid(
                    "admission-too-early",
                    "enterpriseCode",
                    "Chưa xét kết nạp được ở doanh nghiệp %s: chủ doanh nghiệp chưa đồng ý và chưa có chi bộ."
                            .formatted(enterprise.taxCode()));
        }
    }

    private String hostCell(DelegateExecution execution, Enterprise enterprise) {
        String own = HostCells.groupOf(enterprise.taxCode());
        String cell = HOST_CELL.find(execution).orElseGet(() -> hostCells.exists(own) ? own : hostCells.mobile());
        if (!hostCells.isOne(cell)) {
            throw Refusal.invalid(
                    "host-cell-unknown",
                    "hostCell",
                    "Không có “Chi bộ xét kết nạp” “%s”: dùng %s hoặc chi bộ đã công bố."
                            .formatted(cell, hostCells.mobile()));
        }
        return cell;
    }

    /** While a cell has no members the mobile cell does its tasks. */
    private void carriedBy(String candidateRef, String cell) {
        String mobile = hostCells.mobile();
        candidates.carriedBy(candidateRef, settings.hostGroups(cell).contains(mobile) ? mobile : cell);
    }

    /**
     * A new candidate gets a reference; a known one is held until the start is through, so that two starts meet here.
     */
    private String candidate(DelegateExecution execution, Enterprise enterprise) {
        String given = CANDIDATE_REF.find(execution).orElse(execution.getProcessBusinessKey());
        if (given == null || given.isBlank()) {
            return candidates.allocate(enterprise.taxCode());
        }
        Candidate candidate = candidates.lock(given);
        if (!candidate.enterpriseCode().equals(enterprise.taxCode())) {
            throw foreign(given, enterprise);
        }
        notRestricted(candidate);
        return given;
    }

    /**
     * Who does not see all admissions learns no more of another enterprise's candidate than of one that is not there.
     */
    private Refusal foreign(String candidateRef, Enterprise enterprise) {
        return asking.current().admissions().all()
                ? Refusal.invalid(
                        "candidate-unknown",
                        "candidateRef",
                        "Mã hồ sơ %s không thuộc doanh nghiệp %s.".formatted(candidateRef, enterprise.taxCode()))
                : Candidates.unknown(candidateRef);
    }

    /** Who withdrew is left in peace; who moved here with the file is asked for consent anew. */
    private void notRestricted(Candidate candidate) {
        if (candidate.restrictedSince() == null) {
            return;
        }
        if (!AdmissionResult.TRANSFERRED.name().equals(candidate.restrictedReason())) {
            throw Refusal.invalid(
                    "candidate-restricted",
                    "candidateRef",
                    "Hồ sơ %s đã bị hạn chế xử lý: nếu người đó muốn xét lại, hãy mở mã hồ sơ mới."
                            .formatted(candidate.candidateRef()));
        }
        candidates.release(candidate.candidateRef());
    }
}
