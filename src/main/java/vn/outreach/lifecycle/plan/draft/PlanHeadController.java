package vn.outreach.lifecycle.plan.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.lifecycle.plan.head.PlanHead;
import vn.outreach.lifecycle.plan.head.PlanHead.QuarterTarget;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.PlanRanking;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Measure;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;
import vn.outreach.web.Page;

/** The heads of the yearly plans: everybody reads them, the organisation board writes them while they are drafts. */
@RestController
@RequestMapping("/api/v1/plans")
public class PlanHeadController {

    private final PlanHeads heads;
    private final PlanRows rows;
    private final PlanHeadService service;
    private final PlanRanking ranking;
    private final PlanYears years;
    private final PeopleNames names;
    private final Units units;

    public PlanHeadController(
            PlanHeads heads,
            PlanRows rows,
            PlanHeadService service,
            PlanRanking ranking,
            PlanYears years,
            PeopleNames names,
            Units units) {
        this.heads = heads;
        this.rows = rows;
        this.service = service;
        this.ranking = ranking;
        this.years = years;
        this.names = names;
        this.units = units;
    }

    /**
     * A head with names beside ids.
     *
     * @param manyWorkers from how many workers on an enterprise counts as large: the plan's own number, else the
     *     setting
     * @param promised how many rows promise each measure; of admissions how many people they name
     */
    record Answer(
            @JsonUnwrapped PlanHead head,
            @Nullable String draftedByName,
            @Nullable String approvedByName,
            int manyWorkers,
            Map<Measure, Integer> promised,
            List<QuarterTarget> quarterTargets,
            List<NamedUnitTarget> unitTargets) {}

    record NamedUnitTarget(Measure measure, String unit, String unitName, int target) {}

    @GetMapping
    Page<Answer> list() {
        List<PlanHead> all = heads.all();
        Map<String, String> called = called(all);
        return Page.whole(all.stream().map(head -> answer(head, called)).toList());
    }

    @GetMapping("/{year}")
    Answer one(@PathVariable int year) {
        PlanHead head = heads.require(years.checked(year));
        return answer(head, called(List.of(head)));
    }

    /** What was sent is the head from now on; fields that were not sent stay as they are. */
    @PatchMapping("/{year}")
    Answer change(@PathVariable int year, @RequestBody Map<String, Object> json) {
        service.change(years.checked(year), json);
        return one(year);
    }

    private Map<String, String> called(Collection<PlanHead> all) {
        return names.of(all.stream()
                .flatMap(head -> Stream.of(head.draftedBy(), head.approvedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private Answer answer(PlanHead head, Map<String, String> called) {
        PlanHead.Parts parts = heads.parts(head.year());
        return new Answer(
                head,
                head.draftedBy() == null ? null : called.getOrDefault(head.draftedBy(), head.draftedBy()),
                head.approvedBy() == null ? null : called.getOrDefault(head.approvedBy(), head.approvedBy()),
                ranking.manyWorkers(head.year()),
                rows.promised(head.year()),
                parts.quarters(),
                parts.units().stream()
                        .map(part -> new NamedUnitTarget(
                                part.measure(), part.unit(), units.nameOf(part.unit()), part.target()))
                        .toList());
    }
}
