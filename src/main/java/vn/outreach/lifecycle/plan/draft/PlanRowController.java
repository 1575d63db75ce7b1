package vn.outreach.lifecycle.plan.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.PlanRanking;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRowStatus;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.lifecycle.plan.row.RankedRow;
import vn.outreach.lifecycle.plan.row.ShownRank;
import vn.outreach.register.achievement.Measure;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;
import vn.outreach.web.Body;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The rows of a yearly plan: everybody reads them, the organisation board writes them while the plan is a draft. */
@RestController
@RequestMapping("/api/v1/plans/{year}/rows")
public class PlanRowController {

    private static final WholeNumber RANK = new WholeNumber(1, 9);

    private final PlanRows rows;
    private final PlanRowService service;
    private final PlanRanking ranking;
    private final PlanYears years;
    private final PeopleNames names;
    private final Units units;

    public PlanRowController(
            PlanRows rows,
            PlanRowService service,
            PlanRanking ranking,
            PlanYears years,
            PeopleNames names,
            Units units) {
        this.rows = rows;
        this.service = service;
        this.ranking = ranking;
        this.years = years;
        this.names = names;
        this.units = units;
    }

    /** A row with names beside ids. */
    record Answer(
            @JsonUnwrapped PlanRow row,
            @JsonUnwrapped ShownRank rank,
            @Nullable String stageName,
            @Nullable String responsibleMemberName,
            @Nullable String unitName,
            List<String> partnerNames) {}

    record Outcomes(List<PlanRowService.Outcome> results) {}

    @GetMapping
    Page<Answer> list(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String responsibleMember,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        PlanRows.Filter filter = new PlanRows.Filter(
                unit,
                responsibleMember,
                zone,
                Body.parameter("priority", "Hạng", priority, RANK),
                Body.parameter("status", "Tình trạng", status, Choice.of(PlanRowStatus.class)),
                Body.parameter("measure", "Nội dung", measure, Choice.of(Measure.class)),
                q);
        List<RankedRow> ranked = ranking.isFrozen(years.checked(year)) ? List.of() : ranking.today(year);
        Paging paging = Paging.of(page, size, sort, PlanRows.SORTED_BY, PlanRows.KEY);
        Page<PlanRow> found = rows.page(year, filter, paging, ranked);
        return named(found, ranked.isEmpty() ? ranking.today(year, codes(found)) : byTaxCode(ranked));
    }

    /** The rows sent are the plan from now on: rows that are not among them go. */
    @PutMapping
    Page<Answer> replace(@PathVariable int year, @RequestBody Object json) {
        service.replace(years.checked(year), json);
        return named(Page.whole(rows.of(year)), byTaxCode(ranking.today(year)));
    }

    /** Changes some fields of up to 500 rows, with a result for each. */
    @PatchMapping
    Outcomes change(@PathVariable int year, @RequestBody Map<String, Object> json) {
        return new Outcomes(service.change(years.checked(year), json));
    }

    /** One row, new or as it is to be from now on. */
    @PutMapping("/{taxCode}")
    Answer put(@PathVariable int year, @PathVariable String taxCode, @RequestBody Map<String, Object> json) {
        String kept = service.put(years.checked(year), taxCode, json);
        return named(Page.whole(rows.of(year, List.of(kept))), byTaxCode(ranking.today(year)))
                .items()
                .get(0);
    }

    @DeleteMapping("/{taxCode}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int year, @PathVariable String taxCode) {
        service.delete(years.checked(year), taxCode);
    }

    private static List<String> codes(Page<PlanRow> page) {
        return page.items().stream().map(PlanRow::taxCode).toList();
    }

    private static Map<String, RankedRow> byTaxCode(List<RankedRow> ranked) {
        return ranked.stream().collect(Collectors.toMap(RankedRow::taxCode, Function.identity()));
    }

    private Page<Answer> named(Page<PlanRow> page, Map<String, RankedRow> today) {
        Map<String, String> called = names.of(page.items().stream()
                .map(PlanRow::responsibleMember)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new Page<>(
                page.items().stream()
                        .map(row -> new Answer(
                                row,
                                ShownRank.of(row, today.get(row.taxCode())),
                                row.stage() == null ? null : row.stage().label(),
                                row.responsibleMember() == null
                                        ? null
                                        : called.getOrDefault(row.responsibleMember(), row.responsibleMember()),
                                row.unit() == null ? null : units.nameOf(row.unit()),
                                row.partners() == null
                                        ? List.of()
                                        : row.partners().stream()
                                                .map(units::nameOf)
                                                .toList()))
                        .toList(),
                page.page(),
                page.size(),
                page.total());
    }
}
