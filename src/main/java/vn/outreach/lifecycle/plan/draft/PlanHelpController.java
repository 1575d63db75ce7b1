package vn.outreach.lifecycle.plan.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/** What helps to fill a draft: last year's unfinished rows, and a proposal for what rows do not say yet. */
@RestController
public class PlanHelpController {

    private static final int LAST_YEAR = 2100;

    private final PlanRowCopy copies;
    private final PlanProposals proposals;
    private final PlanYears years;
    private final CurrentUserProvider asking;

    public PlanHelpController(
            PlanRowCopy copies, PlanProposals proposals, PlanYears years, CurrentUserProvider asking) {
        this.copies = copies;
        this.proposals = proposals;
        this.years = years;
        this.asking = asking;
    }

    record Proposal(List<PlanProposals.Item> items) {}

    /** Copies the rows that the year {@code from} left unfinished. */
    @PostMapping("/api/v1/plans/{year}/rows:copy")
    PlanRowCopy.Result copy(@PathVariable int year, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("from"));
        Integer from = body.whole("from", "Chép từ năm", 2016, LAST_YEAR);
        return copies.copy(years.checked(year), body.required("from", "Chép từ năm", from));
    }

    /** Proposes a member, a unit and a start for rows without one, and saves nothing. */
    @PostMapping("/api/v1/plans/{year}/rows:propose")
    Proposal propose(@PathVariable int year, @RequestBody Map<String, Object> json) {
        asking.current().must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được lập danh sách kế hoạch.");
        Body.of(json, Set.of());
        return new Proposal(proposals.propose(years.checked(year)));
    }
}
