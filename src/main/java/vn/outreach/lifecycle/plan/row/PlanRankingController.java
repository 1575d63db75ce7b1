package vn.outreach.lifecycle.plan.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.CodeList;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.web.Body;

/** What would come of another threshold or other facts; nothing is saved. */
@RestController
@RequestMapping("/api/v1/plans/{year}/ranking:preview")
public class PlanRankingController {

    private static final Set<String> FIELDS = Set.of("manyWorkers", "unknownIsEasy", "withUnion");
    private static final CodeList UNIONS = new CodeList(500);

    private final PlanRows rows;
    private final PlanRanking ranking;
    private final PlanYears years;

    public PlanRankingController(PlanRows rows, PlanRanking ranking, PlanYears years) {
        this.rows = rows;
        this.ranking = ranking;
        this.years = years;
    }

    /** @param rows how many the plan has */
    record Preview(int rows, List<Moved> moved) {}

    /** @param reason why it would stand there */
    record Moved(String taxCode, @Nullable String name, Standing from, Standing to, String reason) {}

    /** @param place within the rank */
    record Standing(int priority, int place) {}

    @PostMapping
    Preview preview(@PathVariable int year, @RequestBody Map<String, Object> json) {
        if (rows.targets(years.checked(year)).isEmpty()) {
            throw Refusal.unknown("plan-unknown", "Chưa có kế hoạch năm %d.".formatted(year));
        }
        PlanRanking.Tried tried = ranking.tried(year, trial(Body.of(json, FIELDS)));
        if (!tried.unknown().isEmpty()) {
            throw Refusal.invalid(
                    "field-choice",
                    "withUnion",
                    "Không có trong kế hoạch năm %d: %s."
                            .formatted(year, String.join(", ", new TreeSet<>(tried.unknown()))));
        }
        return new Preview(
                tried.rows(),
                tried.moves().stream().map(PlanRankingController::moved).toList());
    }

    private static PlanRanking.Trial trial(Body body) {
        List<String> unions = body.read("withUnion", "Giả định có công đoàn", UNIONS);
        return new PlanRanking.Trial(
                body.whole("manyWorkers", "Ngưỡng đông lao động", 1, PlanRanking.MOST_WORKERS),
                Boolean.TRUE.equals(body.flag("unknownIsEasy", "Chưa rõ coi như dễ")),
                unions == null ? Set.of() : Set.copyOf(unions));
    }

    private static Moved moved(PlanRanking.Move move) {
        return new Moved(
                move.to().taxCode(),
                move.to().facts().name(),
                standing(move.from()),
                standing(move.to()),
                move.to().reason());
    }

    private static Standing standing(RankedRow row) {
        return new Standing(row.priority(), row.place());
    }
}
