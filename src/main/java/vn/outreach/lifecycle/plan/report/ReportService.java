package vn.outreach.lifecycle.plan.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.KnownFields;
import vn.outreach.lifecycle.plan.AnnualPlanService;
import vn.outreach.lifecycle.plan.ReportDecision;
import vn.outreach.lifecycle.plan.head.PlanHead;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.report.PlanReport.Figure;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.lifecycle.plan.result.PlanResults.Grouping;
import vn.outreach.lifecycle.plan.result.PlanResults.Question;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.YesNo;

/** What an office reports of a quarter or a year: its texts beside the figures of {@link PlanResults}. */
@Service
public class ReportService {

    private static final List<Grouping> FIGURES =
            List.of(Grouping.TOTAL, Grouping.UNIT, Grouping.MEMBER, Grouping.ZONE);

    private final Reports reports;
    private final PlanHeads heads;
    private final PlanResults results;
    private final Ledger ledger;

    ReportService(Reports reports, PlanHeads heads, PlanResults results, Ledger ledger) {
        this.reports = reports;
        this.heads = heads;
        this.results = results;
        this.ledger = ledger;
    }

    /**
     * The report of a period that has begun.
     *
     * @param withTexts whether the asker may read what people wrote
     */
    public PlanReport of(int year, PlanPeriod period, boolean withTexts, LocalDate today) {
        requireReported(year, period, today);
        Reports.Kept kept = reports.find(year, period)
                .orElseGet(() -> new Reports.Kept(ReportStatus.DRAFT, null, null, null, null, null, Map.of()));
        return new PlanReport(
                year,
                period,
                PlanReport.kindOf(period),
                kept.status(),
                period.last(year),
                kept.preparedBy(),
                kept.preparedOn(),
                kept.decidedBy(),
                kept.decidedOn(),
                withTexts ? kept.returnedReason() : null,
                withTexts ? kept.texts() : null,
                kept.status().isFrozen() ? reports.figures(year, period) : figures(year, period, today));
    }

    /** Writes texts of a report that is not handed in; null empties one. */
    public void write(int year, PlanPeriod period, Map<ReportText, @Nullable String> texts, LocalDate today) {
        requireReported(year, period, today);
        requireOpen(reports.lock(year, period));
        texts.forEach((text, words) -> reports.write(year, period, text, words));
    }

    /**
     * Keeps the figures of a period that is over: what is written beside them speaks of the same numbers.
     *
     * @throws Refusal {@code report-cut-off-ahead} before the cut-off, {@code report-frozen}, {@code report-submitted}
     */
    public void freeze(int year, PlanPeriod period, LocalDate today) {
        requireReported(year, period, today);
        LocalDate cutOff = period.last(year);
        if (!today.isAfter(cutOff)) {
            throw Refusal.conflict(
                    "report-cut-off-ahead", "Ngày chốt số liệu %s chưa qua.".formatted(Day.shown(cutOff)));
        }
        ReportStatus status = reports.lock(year, period);
        requireOpen(status);
        if (status.isFrozen()) {
            throw Refusal.conflict("report-frozen", "Số liệu của báo cáo đã chốt.");
        }
        reports.freeze(year, period, figures(year, period, today));
    }

    private static void requireOpen(ReportStatus status) {
        if (!status.isOpen()) {
            throw Refusal.conflict("report-submitted", "Báo cáo đã trình hoặc đã duyệt, không sửa được.");
        }
    }

    /** Hands the report in; figures that nobody froze before are frozen now. */
    void prepare(LedgerEntry step, PlanPeriod period, boolean ready) {
        if (!ready) {
            throw KnownFields.name("reportReady", "annualPlanPrepareReport").range("phải là “Đã xong”");
        }
        int year = step.requiredPlanYear();
        if (!reports.lock(year, period).isFrozen()) {
            reports.freeze(year, period, figures(year, period, step.today()));
        }
        reports.submit(year, period, step.user(), step.today());
        ledger.record(step.with("reportKind", period.name()), YesNo.YES);
    }

    void decide(LedgerEntry step, PlanPeriod period, ReportDecision decision, @Nullable String reason) {
        reports.decide(step.requiredPlanYear(), period, decision, reason, step.user(), step.today());
        ledger.record(step.with("reportKind", period.name()), decision);
    }

    /** A period that was over before the plan was approved has none: nobody promised anything for it. */
    private void requireReported(int year, PlanPeriod period, LocalDate today) {
        PlanHead head = heads.require(year);
        LocalDate approved = head.approvedOn();
        if (!AnnualPlanService.APPROVED_ONCE.contains(head.status())
                || period == PlanPeriod.Q4
                || today.isBefore(period.first(year))
                || approved != null && period.last(year).isBefore(approved)) {
            throw Refusal.unknown("report-unknown", "Chưa có báo cáo của kỳ này.");
        }
    }

    private List<Figure> figures(int year, PlanPeriod period, LocalDate today) {
        Question question = Question.soFar(year, period, today);
        List<Figure> figures = new ArrayList<>();
        for (Grouping by : FIGURES) {
            results.groups(question, by)
                    .forEach(group -> group.measures()
                            .forEach(measure -> figures.add(new Figure(
                                    by,
                                    group.key(),
                                    group.name(),
                                    measure.measure(),
                                    measure.promised(),
                                    measure.reached(),
                                    measure.standing(),
                                    measure.overdue(),
                                    measure.lastYear(),
                                    measure.summary()))));
        }
        return figures;
    }
}
