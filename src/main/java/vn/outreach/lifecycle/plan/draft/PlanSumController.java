package vn.outreach.lifecycle.plan.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.base.value.Choice;
import vn.outreach.lifecycle.plan.draft.PlanSums.By;
import vn.outreach.lifecycle.plan.draft.PlanSums.Sum;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;
import vn.outreach.web.Body;
import vn.outreach.web.Page;

/** How a plan's rows spread over units and members: the load that is seen before anybody is given more. */
@RestController
public class PlanSumController {

    private final PlanSums sums;
    private final PlanHeads heads;
    private final PlanYears years;
    private final PeopleNames names;
    private final Units units;

    public PlanSumController(PlanSums sums, PlanHeads heads, PlanYears years, PeopleNames names, Units units) {
        this.sums = sums;
        this.heads = heads;
        this.years = years;
        this.names = names;
        this.units = units;
    }

    /** @param openTasks how many tasks wait for them today, of the plan or not */
    record Answer(@JsonUnwrapped Sum sum, String name, int openTasks) {}

    /** Whoever has most rows comes first, those of one size by their names. */
    @GetMapping("/api/v1/plans/{year}/sums")
    Page<Answer> sums(@PathVariable int year, @RequestParam(required = false) @Nullable String by) {
        heads.require(years.checked(year));
        By asked = Objects.requireNonNullElse(
                Body.parameter("by", "Cộng theo", by == null ? null : by.toUpperCase(Locale.ROOT), Choice.of(By.class)),
                By.UNIT);
        List<Sum> found = sums.of(year, asked);
        Map<String, String> called = asked == By.UNIT
                ? Map.of()
                : names.of(found.stream()
                        .map(Sum::key)
                        .filter(key -> !key.isEmpty())
                        .collect(Collectors.toSet()));
        Map<String, Integer> open = sums.openTasks(asked);
        return Page.whole(found.stream()
                .map(sum -> new Answer(
                        sum,
                        asked == By.UNIT ? units.nameOf(sum.key()) : called.getOrDefault(sum.key(), sum.key()),
                        open.getOrDefault(sum.key(), 0)))
                .sorted(Comparator.comparing((Answer answer) -> answer.sum().rows())
                        .reversed()
                        .thenComparing(
                                Answer::name, asked == By.MEMBER ? VietnameseOrder.OF_PEOPLE : VietnameseOrder.BY_NAME))
                .toList());
    }
}
