package vn.outreach.lifecycle.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;
import vn.outreach.rules.calendar.Moments;
import vn.outreach.rules.calendar.WorkingDays;

/** The days that the model of the plan waits for ({@code ${planCalendar.inForceAt(planYear)}}). */
@Component("planCalendar")
public class PlanCalendar {

    private final AnnualPlans plans;
    private final WorkingDays workingDays;

    PlanCalendar(AnnualPlans plans, WorkingDays workingDays) {
        this.plans = plans;
        this.workingDays = workingDays;
    }

    /** When rows begin to be started: the day the plan is in force from, or now where that day is over. */
    public String inForceAt(int year) {
        Instant day = Moments.startOf(plans.effectiveFrom(year));
        return Moments.text(day.isBefore(Step.now()) ? Step.now() : day);
    }

    /** The next day on which a row starts, and at the latest the end of the year. */
    public String nextStartAt(int year) {
        return Moments.text(plans.nextStartOn(year, Step.today())
                .map(Moments::startOf)
                .filter(start -> start.isBefore(endOf(year)))
                .orElse(endOf(year)));
    }

    /** Whether no row is started any more: starts end on 31 December 17:00. */
    public boolean isOver(int year) {
        return !Step.now().isBefore(endOf(year));
    }

    private Instant endOf(int year) {
        return workingDays.closing(LocalDate.of(year, 12, 31)).toInstant();
    }
}
