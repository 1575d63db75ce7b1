package vn.outreach.lifecycle.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.row.PlanRowProgress;
import vn.outreach.process.Step;
import vn.outreach.rules.calendar.Moments;
import vn.outreach.rules.calendar.WorkingDays;

/** The days that the model of the plan waits for ({@code ${planCalendar.inForceAt(planYear)}}). */
@Component("planCalendar")
public class PlanCalendar {

    /** The fourth quarter is in the year's report. */
    private static final List<PlanPeriod> REPORTED =
            List.of(PlanPeriod.Q1, PlanPeriod.Q2, PlanPeriod.Q3, PlanPeriod.YEAR);

    private final PlanHeads heads;
    private final PlanRowProgress rows;
    private final WorkingDays workingDays;

    PlanCalendar(PlanHeads heads, PlanRowProgress rows, WorkingDays workingDays) {
        this.heads = heads;
        this.rows = rows;
        this.workingDays = workingDays;
    }

    /** When rows begin to be started: the day the plan is in force from, or now where that day is over. */
    public String inForceAt(int year) {
        Instant day = Moments.startOf(heads.effectiveFrom(year));
        return Moments.text(day.isBefore(Step.now()) ? Step.now() : day);
    }

    /** The next day on which a row starts, and at the latest the end of the year. */
    public String nextStartAt(int year) {
        return Moments.text(rows.nextStartOn(year, Step.today())
                .map(Moments::startOf)
                .filter(start -> start.isBefore(endOf(year)))
                .orElse(endOf(year)));
    }

    /** Whether no row is started any more: starts end on 31 December 17:00. */
    public boolean isOver(int year) {
        return !Step.now().isBefore(endOf(year));
    }

    /** How many periods of the year are not over and get their report: quarters I to III, and the year. */
    public int reportsLeft(int year) {
        return (int) REPORTED.stream()
                .filter(period ->
                        period == PlanPeriod.YEAR || !period.last(year).isBefore(Step.today()))
                .count();
    }

    /** The period of one of the reports that were left: the last ones of the year. */
    public String reportKind(int left, int number) {
        return period(left, number).name();
    }

    /** The same in words, such as “quý I năm 2027”. */
    public String reportPeriod(int year, int left, int number) {
        PlanPeriod period = period(left, number);
        return period == PlanPeriod.YEAR ? "năm " + year : "%s năm %d".formatted(period.words(), year);
    }

    /** The first working day after the period. */
    public String reportAt(int year, String period) {
        LocalDate last = PlanPeriod.valueOf(period).last(year);
        return Moments.text(Moments.startOf(workingDays.plus(last, 1)));
    }

    private static PlanPeriod period(int left, int number) {
        return REPORTED.get(REPORTED.size() - left + number);
    }

    private Instant endOf(int year) {
        return workingDays.closing(LocalDate.of(year, 12, 31)).toInstant();
    }
}
