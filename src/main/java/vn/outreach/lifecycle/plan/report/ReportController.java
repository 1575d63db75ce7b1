package vn.outreach.lifecycle.plan.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.FieldName;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/**
 * The reports of a plan's quarters and of its year: staff read the figures, few the texts, the organisation board
 * writes.
 */
@RestController
@RequestMapping("/api/v1/plans/{year}/reports/{period}")
class ReportController {

    private static final Map<String, ReportText> TEXTS =
            Stream.of(ReportText.values()).collect(Collectors.toMap(ReportText::field, text -> text));

    private final ReportService reports;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;
    private final PlanYears years;

    ReportController(ReportService reports, CurrentUserProvider asking, AuditTrail audit, PlanYears years) {
        this.reports = reports;
        this.asking = asking;
        this.audit = audit;
        this.years = years;
    }

    @GetMapping
    PlanReport report(@PathVariable int year, @PathVariable String period) {
        return reports.of(
                years.checked(year), periodOf(period), asking.current().can(Capability.READS_REPORTS), years.today());
    }

    /** Fields that are not sent stay as they are; null empties one. */
    @PatchMapping
    @Transactional
    public PlanReport write(
            @PathVariable int year, @PathVariable String period, @RequestBody Map<String, Object> json) {
        asking.current().must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được viết báo cáo.");
        Body body = Body.of(json, TEXTS.keySet());
        Map<ReportText, String> texts = new EnumMap<>(ReportText.class);
        TEXTS.forEach((field, text) -> {
            if (body.has(field)) {
                texts.put(text, body.lines(field, text.label(), ReportText.LONGEST));
            }
        });
        reports.write(years.checked(year), periodOf(period), texts, years.today());
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year)));
        return report(year, period);
    }

    @PostMapping("/freeze")
    @Transactional
    public PlanReport freeze(@PathVariable int year, @PathVariable String period) {
        asking.current().must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được chốt số liệu báo cáo.");
        reports.freeze(years.checked(year), periodOf(period), years.today());
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year))
                .changing("report:freeze", null, period));
        return report(year, period);
    }

    private static PlanPeriod periodOf(String period) {
        return Choice.of(PlanPeriod.class).require(new FieldName("period", "Kỳ"), period);
    }
}
