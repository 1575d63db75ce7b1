package vn.outreach.lifecycle.plan.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every row of a plan that counts, with the rank that it shows, in the order of the ranks. */
@Component
public class ShownRows {

    private final PlanRows rows;
    private final PlanRanking ranking;

    public ShownRows(PlanRows rows, PlanRanking ranking) {
        this.rows = rows;
        this.ranking = ranking;
    }

    public record ShownRow(PlanRow row, ShownRank rank) {}

    /** The ranks are those of the approval; of a draft, today's. */
    public List<ShownRow> of(int year) {
        List<PlanRow> counting = rows.of(year);
        if (ranking.isFrozen(year)) {
            return counting.stream()
                    .map(row -> new ShownRow(row, ShownRank.of(row, null)))
                    .toList();
        }
        Map<String, PlanRow> byTaxCode =
                counting.stream().collect(Collectors.toMap(PlanRow::taxCode, Function.identity()));
        List<ShownRow> shown = new ArrayList<>();
        for (RankedRow today : ranking.today(year)) {
            PlanRow row = byTaxCode.get(today.taxCode());
            if (row != null) {
                shown.add(new ShownRow(row, ShownRank.of(row, today)));
            }
        }
        return shown;
    }
}
