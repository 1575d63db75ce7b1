package vn.outreach.lifecycle.plan.amendment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.PlanRowChanges;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** What changes in a plan after its approval, and every version of its rows. */
@RestController
@RequestMapping("/api/v1/plans/{year}")
class AmendmentController {

    private final AmendmentWorkflow workflow;
    private final PlanAmendments amendments;
    private final PlanRowChanges changes;
    private final PlanHeads heads;
    private final PlanYears years;
    private final PeopleNames names;

    AmendmentController(
            AmendmentWorkflow workflow,
            PlanAmendments amendments,
            PlanRowChanges changes,
            PlanHeads heads,
            PlanYears years,
            PeopleNames names) {
        this.workflow = workflow;
        this.amendments = amendments;
        this.changes = changes;
        this.heads = heads;
        this.years = years;
        this.names = names;
    }

    /** The number that an amendment was given. */
    record Made(int id) {}

    record Answer(
            @JsonUnwrapped PlanAmendment amendment,
            String madeByName,
            @Nullable String decidedByName) {}

    record ChangeAnswer(@JsonUnwrapped PlanRowChanges.Change change, String changedByName) {}

    @PostMapping("/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    Made propose(@PathVariable int year, @RequestBody Map<String, Object> json) {
        return new Made(workflow.propose(years.checked(year), json));
    }

    /** Gives the rows and open tasks of one member of the head's unit to another one. */
    @PostMapping("/rows:handOver")
    @ResponseStatus(HttpStatus.CREATED)
    Made handOver(@PathVariable int year, @RequestBody Map<String, Object> json) {
        return new Made(workflow.handOver(years.checked(year), json));
    }

    /** The newest first. */
    @GetMapping("/amendments")
    Page<Answer> amendments(@PathVariable int year) {
        heads.require(years.checked(year));
        List<PlanAmendment> found = amendments.of(year);
        Map<String, String> called = names.of(found.stream()
                .flatMap(each -> Stream.of(each.madeBy(), each.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return Page.whole(found.stream()
                .map(each -> new Answer(
                        each,
                        called.getOrDefault(each.madeBy(), each.madeBy()),
                        each.decidedBy() == null ? null : called.getOrDefault(each.decidedBy(), each.decidedBy())))
                .toList());
    }

    /** What changed in rows, the newest first: who, when, why, old, new. */
    @GetMapping("/changes")
    Page<ChangeAnswer> changes(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String taxCode,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        heads.require(years.checked(year));
        Page<PlanRowChanges.Change> found =
                changes.of(year, taxCode, Paging.of(page, size, null, Map.of(), PlanRowChanges.NEWEST_FIRST));
        Map<String, String> called = names.of(
                found.items().stream().map(PlanRowChanges.Change::changedBy).collect(Collectors.toSet()));
        return new Page<>(
                found.items().stream()
                        .map(each -> new ChangeAnswer(each, called.getOrDefault(each.changedBy(), each.changedBy())))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }
}
