package vn.outreach.lifecycle.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The rows of a yearly plan: everybody reads them, the organisation board writes them while the plan is a draft. */
@RestController
@RequestMapping("/api/v1/plans/{year}/rows")
class PlanRowController {

    private final PlanRows rows;
    private final PlanRowBody body;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    PlanRowController(PlanRows rows, PlanRowBody body, CurrentUserProvider asking, AuditTrail audit) {
        this.rows = rows;
        this.body = body;
        this.asking = asking;
        this.audit = audit;
    }

    @GetMapping
    Page<PlanRow> list(
            @PathVariable int year,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        return rows.page(checked(year), Paging.of(page, size, sort, PlanRows.SORTED_BY, PlanRows.KEY));
    }

    /** The rows sent are the plan from now on: rows that are not among them go. */
    @PutMapping
    @Transactional
    public Page<PlanRow> replace(@PathVariable int year, @RequestBody Object json) {
        asking.current().must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được lập danh sách kế hoạch.");
        refuseUnlessDraft(checked(year));
        List<PlanRow> sent = body.read(year, json);
        List<PlanRow> before = rows.of(year);
        rows.replace(year, sent);
        List<PlanRow> after = rows.of(year);
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year))
                .changingList("rows", texts(before), texts(after)));
        return Page.whole(after);
    }

    /** What every row says, and behind it what only some do. */
    private static List<String> texts(List<PlanRow> rows) {
        return rows.stream()
                .map(row -> Stream.concat(
                                Stream.of(row.taxCode(), row.responsibleMember(), row.unit(), row.admissionTarget())
                                        .map(value -> Objects.toString(value, "–")),
                                Stream.of(row.measures(), row.startOn(), row.dueOn())
                                        .filter(Objects::nonNull)
                                        .map(Object::toString))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** What the standing committee is looking at, or has approved, stays as it is; returned, it is a draft again. */
    private void refuseUnlessDraft(int year) {
        String status = rows.lockStatus(year).orElse("DRAFT");
        if (status.equals("SUBMITTED")) {
            throw Refusal.conflict(
                    "plan-submitted",
                    "Kế hoạch năm %d đang trình phê duyệt, không sửa danh sách được.".formatted(year));
        }
        if (status.equals("APPROVED")) {
            throw Refusal.conflict(
                    "plan-approved",
                    "Kế hoạch năm %d đã được phê duyệt, không sửa danh sách được nữa.".formatted(year));
        }
    }

    static int checked(int year) {
        return KnownFields.type("planYear", WholeNumber.class).require(new FieldName("year", "Năm kế hoạch"), year);
    }
}
