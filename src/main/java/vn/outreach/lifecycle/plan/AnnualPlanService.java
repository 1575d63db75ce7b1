package vn.outreach.lifecycle.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.document.draft.PaperNumbers;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanStatus;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.PlanRowProgress;
import vn.outreach.lifecycle.plan.row.PlanRowProgress.PlannedRow;
import vn.outreach.lifecycle.plan.row.PlanRowStatus;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Achievements;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.Reached;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.Stages;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.security.identity.Members;

/** A year's plan: drafted with one named member per enterprise, approved by others, ranked, then started row by row. */
@Service
public class AnnualPlanService {

    public static final Set<PlanStatus> APPROVED_ONCE = Set.of(PlanStatus.APPROVED, PlanStatus.CLOSED);

    private final PlanRowProgress rows;
    private final PlanHeads heads;
    private final PlanRows planned;
    private final Enterprises enterprises;
    private final Members members;
    private final Ledger ledger;
    private final Stages stages;
    private final Achievements achievements;
    private final PaperNumbers numbers;

    AnnualPlanService(
            PlanRowProgress rows,
            PlanHeads heads,
            PlanRows planned,
            Enterprises enterprises,
            Members members,
            Ledger ledger,
            Stages stages,
            Achievements achievements,
            PaperNumbers numbers) {
        this.rows = rows;
        this.heads = heads;
        this.planned = planned;
        this.enterprises = enterprises;
        this.members = members;
        this.ledger = ledger;
        this.stages = stages;
        this.achievements = achievements;
        this.numbers = numbers;
    }

    void open(int year, String processInstanceId, int thisYear) {
        PlanYears.check("planYear", year, thisYear);
        if (APPROVED_ONCE.contains(heads.open(year, processInstanceId))) {
            throw Refusal.conflict("plan-approved", "Kế hoạch năm " + year + " đã được phê duyệt.");
        }
    }

    /** A plan that was approved by an earlier release of the model goes on in the present one. */
    void takeUp(int year, String processInstanceId) {
        if (heads.open(year, processInstanceId) != PlanStatus.APPROVED) {
            throw Refusal.conflict("plan-approved", "Kế hoạch năm " + year + " chưa được phê duyệt hoặc đã đóng.");
        }
    }

    /** @return the number of rows that go to approval */
    int draft(LedgerEntry step, PlanTargets targets) {
        // Who changes rows meanwhile waits, and then changes no draft any more.
        heads.lockStatus(step.requiredPlanYear());
        int count = rows.count(step.requiredPlanYear());
        if (count == 0) {
            throw Refusal.invalid(
                    "plan-empty", "planYear", "Kế hoạch năm " + step.requiredPlanYear() + " chưa có doanh nghiệp nào.");
        }
        List<String> nameless = rows.nameless(step.requiredPlanYear());
        if (!nameless.isEmpty()) {
            throw Refusal.invalid(
                    "plan-row-nameless",
                    "rows",
                    "Chưa phân công người phụ trách và bộ phận tham mưu cho: " + String.join(", ", nameless) + ".");
        }
        List<String> unable = rows.members(step.requiredPlanYear()).stream()
                .filter(member -> !members.mayBeResponsible(member))
                .toList();
        if (!unable.isEmpty()) {
            throw Refusal.invalid(
                    "plan-row-member",
                    "rows",
                    "Không còn phụ trách doanh nghiệp được: " + String.join(", ", unable)
                            + ". Hãy phân công người khác.");
        }
        targets.mustBePromised(planned.promised(step.requiredPlanYear()));
        heads.submit(step.requiredPlanYear(), targets, step.user(), step.today());
        ledger.record(step, Done.DONE);
        return count;
    }

    /** @param reason why it is returned, where the form of the case asks for it */
    void decide(LedgerEntry step, PlanDecision decision, @Nullable String reason) {
        if (decision == PlanDecision.APPROVED) {
            heads.approve(step.requiredPlanYear(), step.user(), step.today());
            rows.taxCodes(step.requiredPlanYear()).forEach(stages::refresh);
            // Last: whoever else needs a number waits from here to the end of the transaction.
            heads.numbered(step.requiredPlanYear(), numbers.takeForPlan(step.today()));
        } else {
            heads.giveBack(step.requiredPlanYear(), reason);
        }
        ledger.record(step, decision);
    }

    /** The next row whose day has come, in the order of the ranks. */
    public Optional<PlannedRow> next(int year, LocalDate today) {
        return rows.next(year, today);
    }

    /** Years whose plan is approved and not closed. */
    List<Integer> approved() {
        return heads.approvedYears();
    }

    /** How many people the enterprise admitted in the year, by the day of the ceremony. */
    int admittedIn(int year, String taxCode) {
        return achievements.of(List.of(taxCode), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .filter(reached -> reached.measure() == Measure.ADMISSION)
                .mapToInt(Reached::times)
                .sum();
    }

    /** Why a row cannot be started at all; nothing when it can. */
    Optional<String> obstacle(PlannedRow row) {
        Enterprise enterprise = enterprises.require(row.taxCode());
        if (enterprise.isClosed()) {
            return Optional.of("Doanh nghiệp đã ngừng hoạt động từ " + enterprise.closedOn() + ".");
        }
        return members.mayBeResponsible(row.responsibleMember())
                ? Optional.empty()
                : Optional.of("Người phụ trách “" + row.responsibleMember() + "” không còn làm việc với doanh nghiệp.");
    }

    void refused(int year, String taxCode, String reason) {
        rows.answer(year, taxCode, PlanRowStatus.REFUSED, reason);
    }

    void started(int year, String taxCode) {
        rows.answer(year, taxCode, PlanRowStatus.STARTED, null);
    }

    void carriedOver(int year, String taxCode) {
        rows.answer(year, taxCode, PlanRowStatus.CARRIED_OVER, null);
    }
}
