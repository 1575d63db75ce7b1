package vn.outreach.document.draft;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.CurrentUser;

/** The paper of a year's plan as it stands now; looking at it takes no number. */
@Component
public class PlanPaper {

    private final YearPlans plans;
    private final PlanContents contents;
    private final OfficeTemplates templates;
    private final Clock clock;

    PlanPaper(YearPlans plans, PlanContents contents, OfficeTemplates templates, Clock clock) {
        this.plans = plans;
        this.contents = contents;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * The plan of a year as a .docx, for whoever may read its rows.
     *
     * @throws Refusal {@code plan-unknown}, or {@code template-faults} for an office's own template that cannot be
     *     filled
     */
    public byte[] word(int year, CurrentUser reader) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        YearPlan plan = plans.of(year);
        return templates.fill(DraftTemplate.ANNUAL_PLAN, contents.of(plan, today, reader), plan.day(today));
    }
}
