package vn.outreach.lifecycle.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanStatus;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.lifecycle.plan.result.PlanResults.Question;
import vn.outreach.lifecycle.plan.result.RowResult;
import vn.outreach.lifecycle.plan.row.PlanRowProgress;
import vn.outreach.lifecycle.plan.row.PlanRowProgress.ClosingRow;
import vn.outreach.lifecycle.plan.row.RowClosing;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.security.identity.Members;

/**
 * The end of a plan's year: what a row promised was reached, or goes on in the next year, or is given up with a reason.
 * A missed promise is shown as missed (domain.md §7.3).
 */
@Service
public class PlanClosing {

    private static final int NAMED = 10;

    private final PlanRowProgress plans;
    private final PlanHeads heads;
    private final PlanResults results;
    private final Members members;
    private final Ledger ledger;

    PlanClosing(PlanRowProgress plans, PlanHeads heads, PlanResults results, Members members, Ledger ledger) {
        this.plans = plans;
        this.heads = heads;
        this.results = results;
        this.members = members;
        this.ledger = ledger;
    }

    /** The rows of the year with what they reached until today, read once for many answers. */
    public Answers read(int year, LocalDate today) {
        return new Answers(
                year,
                plans.closingRows(year).stream().collect(Collectors.toMap(ClosingRow::taxCode, Function.identity())),
                results.rows(Question.soFar(year, PlanPeriod.YEAR, today)).stream()
                        .collect(Collectors.toMap(RowResult::taxCode, Function.identity())));
    }

    /** Takes the answers for rows that did not reach what they promised. */
    public final class Answers {

        private final int year;
        private final Map<String, ClosingRow> rows;
        private final Map<String, RowResult> results;

        private Answers(int year, Map<String, ClosingRow> rows, Map<String, RowResult> results) {
            this.year = year;
            this.rows = rows;
            this.results = results;
        }

        /**
         * Answers what becomes of a row.
         *
         * @param reason why it is given up; asked for DROPPED alone
         * @throws Refusal {@code plan-row-unknown}, {@code plan-row-reached}, {@code plan-carried-missing}, or of the
         *     fields {@code closing} and {@code closingReason}
         */
        public void take(String taxCode, RowClosing closing, @Nullable String reason) {
            ClosingRow row = rows.get(taxCode);
            RowResult result = results.get(taxCode);
            if (row == null || result == null) {
                throw Refusal.unknown(
                        "plan-row-unknown", "Doanh nghiệp %s không có trong kế hoạch năm %d.".formatted(taxCode, year));
            }
            if (closing == RowClosing.REACHED) {
                throw Refusal.invalid("field-choice", "closing", "“Đạt” do hệ thống tự ghi theo kết quả.");
            }
            if (result.hasReachedAll()) {
                throw Refusal.conflict(
                        "plan-row-reached",
                        "Doanh nghiệp %s đã đạt điều đã hứa trong năm %d.".formatted(taxCode, year));
            }
            if (closing == RowClosing.DROPPED && reason == null) {
                throw KnownFields.name("closingReason").missing();
            }
            if (closing == RowClosing.CARRIED) {
                carry(year, row, result);
            }
            plans.close(year, List.of(taxCode), closing, closing == RowClosing.DROPPED ? reason : null);
        }
    }

    /**
     * Closes the plan.
     *
     * @throws Refusal {@code plan-rows-open} while a row that did not reach its promise has no answer
     */
    void close(LedgerEntry step, boolean closed) {
        int year = step.requiredPlanYear();
        if (!closed) {
            throw KnownFields.name("planClosed", "annualPlanClosePlan").range("phải là “Có”");
        }
        Answers answers = read(year, step.today());
        List<String> reached = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (ClosingRow row : plans.closingRows(year)) {
            RowResult result = answers.results.get(row.taxCode());
            if (result != null && result.hasReachedAll()) {
                reached.add(row.taxCode());
            } else if (row.closing() == null) {
                open.add(row.taxCode());
            }
        }
        if (!open.isEmpty()) {
            throw Refusal.conflict(
                    "plan-rows-open",
                    "Còn %s doanh nghiệp chưa đạt và chưa có kết luận (chuyển năm sau hoặc thôi): %s%s."
                            .formatted(
                                    WholeNumber.shown(open.size()),
                                    String.join(", ", open.subList(0, Math.min(NAMED, open.size()))),
                                    open.size() > NAMED ? ", …" : ""));
        }
        plans.close(year, reached, RowClosing.REACHED, null);
        heads.close(year);
        ledger.record(step, YesNo.YES);
    }

    /** What is not reached yet stands in next year's draft, or must be in that plan where others have it in hand. */
    private void carry(int year, ClosingRow row, RowResult result) {
        int next = year + 1;
        if (plans.carriedFrom(next, row.taxCode(), year)) {
            return;
        }
        if (heads.lockStatus(next).orElse(PlanStatus.DRAFT) != PlanStatus.DRAFT) {
            throw Refusal.conflict(
                    "plan-carried-missing",
                    "Kế hoạch năm %d đã trình hoặc đã duyệt mà chưa có doanh nghiệp %s: hãy điều chỉnh kế hoạch ấy rồi chuyển sang."
                            .formatted(next, row.taxCode()));
        }
        String member = row.responsibleMember();
        plans.carry(
                year,
                row.taxCode(),
                member != null && members.mayBeResponsible(member) ? member : null,
                result.line(Measure.ADMISSION).missing(),
                result.measures().stream()
                        .filter(line -> !line.measure().countsPeople() && line.missing() > 0)
                        .map(RowResult.Line::measure)
                        .toList());
    }
}
