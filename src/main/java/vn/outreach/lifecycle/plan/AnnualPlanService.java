package vn.outreach.lifecycle.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.Stages;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.security.identity.Members;

/** A year's plan: drafted with one named member per enterprise, approved by others, ranked, then started row by row. */
@Service
class AnnualPlanService {

    private static final int FIRST_YEAR = 2016;

    private final AnnualPlans plans;
    private final Enterprises enterprises;
    private final Members members;
    private final Ledger ledger;
    private final Stages stages;

    AnnualPlanService(AnnualPlans plans, Enterprises enterprises, Members members, Ledger ledger, Stages stages) {
        this.plans = plans;
        this.enterprises = enterprises;
        this.members = members;
        this.ledger = ledger;
        this.stages = stages;
    }

    void open(int year, String processInstanceId, int thisYear) {
        if (year < FIRST_YEAR || year > thisYear + 1) {
            throw Refusal.invalid(
                    "field-range",
                    "planYear",
                    "“Năm kế hoạch” phải trong khoảng năm %d–%d.".formatted(FIRST_YEAR, thisYear + 1));
        }
        if ("APPROVED".equals(plans.open(year, processInstanceId))) {
            throw Refusal.conflict("plan-approved", "Kế hoạch năm " + year + " đã được phê duyệt.");
        }
    }

    /** @return the number of rows that go to approval */
    int draft(LedgerEntry step, PlanTargets targets) {
        int rows = plans.rows(step.requiredPlanYear());
        if (rows == 0) {
            throw Refusal.invalid(
                    "plan-empty", "planYear", "Kế hoạch năm " + step.requiredPlanYear() + " chưa có doanh nghiệp nào.");
        }
        List<String> nameless = plans.rowsWithoutName(step.requiredPlanYear());
        if (!nameless.isEmpty()) {
            throw Refusal.invalid(
                    "plan-row-nameless",
                    "rows",
                    "Chưa phân công người phụ trách và bộ phận tham mưu cho: " + String.join(", ", nameless) + ".");
        }
        List<String> unable = plans.members(step.requiredPlanYear()).stream()
                .filter(member -> !members.mayBeResponsible(member))
                .toList();
        if (!unable.isEmpty()) {
            throw Refusal.invalid(
                    "plan-row-member",
                    "rows",
                    "Không còn phụ trách doanh nghiệp được: " + String.join(", ", unable)
                            + ". Hãy phân công người khác.");
        }
        plans.submit(step.requiredPlanYear(), targets, step.user());
        ledger.record(step, Done.DONE);
        return rows;
    }

    void decide(LedgerEntry step, PlanDecision decision) {
        plans.decide(step.requiredPlanYear(), decision, step.user(), step.today());
        if (decision == PlanDecision.APPROVED) {
            plans.taxCodes(step.requiredPlanYear()).forEach(stages::refresh);
        }
        ledger.record(step, decision);
    }

    Optional<AnnualPlans.PlannedRow> next(int year) {
        return plans.next(year);
    }

    /** Why a row cannot be started at all; nothing when it can. */
    Optional<String> obstacle(AnnualPlans.PlannedRow row) {
        Enterprise enterprise = enterprises.require(row.taxCode());
        if (enterprise.isClosed()) {
            return Optional.of("Doanh nghiệp đã ngừng hoạt động từ " + enterprise.closedOn() + ".");
        }
        return members.mayBeResponsible(row.responsibleMember())
                ? Optional.empty()
                : Optional.of("Người phụ trách “" + row.responsibleMember() + "” không còn làm việc với doanh nghiệp.");
    }

    void refused(int year, String taxCode, String reason) {
        plans.answer(year, taxCode, "REFUSED", reason);
    }

    void started(int year, String taxCode) {
        plans.answer(year, taxCode, "STARTED", null);
    }

    void carriedOver(int year, String taxCode) {
        plans.answer(year, taxCode, "CARRIED_OVER", null);
    }
}
