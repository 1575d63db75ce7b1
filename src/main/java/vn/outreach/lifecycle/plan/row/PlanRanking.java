package vn.outreach.lifecycle.plan.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.outreach.register.enterprise.Accessibility;
import vn.outreach.rules.Rank;
import vn.outreach.rules.RankInput;
import vn.outreach.rules.Rules;

/**
 * The order of a plan's rows by D1: easy before hard, with a union before without, large before small (domain.md §1.4).
 * Facts are read for the whole plan at once, and D1 is asked once for each combination of them.
 */
@Service
public class PlanRanking {

    /** From how many workers on an enterprise may count as large at most. */
    public static final int MOST_WORKERS = 1_000_000;

    private static final Comparator<RankedRow> ORDER = Comparator.comparingInt(RankedRow::priority)
            .thenComparing(row -> row.facts().workerCount(), Comparator.reverseOrder())
            .thenComparing(RankedRow::taxCode);

    private static final String FREEZE = """
            update plan_row set priority = ?, rank_place = ?, rank_reason = ?, ranked_on = ?, rank_surveyed_on = ?,
                rank_accessibility = ?, rank_union_on = ?, rank_workers = ?, rank_many_workers = ?
            where plan_year = ? and tax_code = ?""";

    private static final String FACTS = """
            select e.tax_code, e.name, e.surveyed_on, e.accessibility, e.union_recognised_on, e.workers
            from plan_row r join enterprise e on e.tax_code = r.tax_code
            where r.plan_year = :year and r.removed_by is null""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Rules rules;
    private final int manyWorkers;

    public PlanRanking(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Rules rules,
            @Value("${outreach.ranking.many-workers}") int manyWorkers) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rules = rules;
        this.manyWorkers = manyWorkers;
    }

    /**
     * What is tried out.
     *
     * @param manyWorkers another threshold, or null for the plan's
     * @param unknownIsEasy whether an access that is not known counts as easy
     * @param withUnion enterprises of the plan that are taken to have a union
     */
    record Trial(@Nullable Integer manyWorkers, boolean unknownIsEasy, Set<String> withUnion) {

        RankFacts suppose(RankFacts facts) {
            RankFacts supposed = unknownIsEasy && facts.access() == Accessibility.UNKNOWN
                    ? facts.withAccess(Accessibility.EASY)
                    : facts;
            return withUnion.contains(facts.taxCode()) ? supposed.withUnion() : supposed;
        }
    }

    /** A row that would get another rank. */
    record Move(RankedRow from, RankedRow to) {}

    /**
     * @param rows how many the plan has
     * @param moves in their new order
     * @param unknown enterprises that were supposed to have a union and are not in the plan
     */
    record Tried(int rows, List<Move> moves, Set<String> unknown) {}

    /** From how many workers on an enterprise counts as large in this plan: its own number, else the setting. */
    public int manyWorkers(int year) {
        return jdbc.sql("select many_workers from plan where plan_year = ? and many_workers is not null")
                .param(year)
                .query(Integer.class)
                .optional()
                .orElse(manyWorkers);
    }

    /** Every row of the year as it would be ranked today, the first one first; nothing is written. */
    public List<RankedRow> today(int year) {
        return ranked(facts(year), manyWorkers(year), UnaryOperator.identity());
    }

    /** Whether the plan was approved: its rows keep the rank that they got then, and no look ranks them anew. */
    public boolean isFrozen(int year) {
        return jdbc.sql("select count(*) from plan where plan_year = ? and status in ('APPROVED', 'CLOSED')")
                        .param(year)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Some rows as they would be ranked today, by tax code; their place within the rank is not asked. */
    public Map<String, RankedRow> today(int year, Collection<String> taxCodes) {
        if (taxCodes.isEmpty()) {
            return Map.of();
        }
        List<RankFacts> facts = jdbc.sql(FACTS + " and r.tax_code in (:taxCodes)")
                .param("year", year)
                .param("taxCodes", taxCodes)
                .query(PlanRanking::fact)
                .list();
        return unordered(facts, manyWorkers(year), UnaryOperator.identity())
                .collect(Collectors.toMap(RankedRow::taxCode, Function.identity()));
    }

    /**
     * Who would get another rank; nothing is written. A row that only stands one place further because others came or
     * went has not moved.
     */
    Tried tried(int year, Trial trial) {
        List<RankFacts> facts = facts(year);
        int threshold = manyWorkers(year);
        Map<String, RankedRow> before = ranked(facts, threshold, UnaryOperator.identity()).stream()
                .collect(Collectors.toMap(RankedRow::taxCode, Function.identity()));
        int other = trial.manyWorkers() == null ? threshold : trial.manyWorkers();
        List<Move> moves = ranked(facts, other, trial::suppose).stream()
                .map(row -> new Move(Objects.requireNonNull(before.get(row.taxCode())), row))
                .filter(move -> move.from().priority() != move.to().priority())
                .toList();
        Set<String> unknown = new HashSet<>(trial.withUnion());
        unknown.removeAll(before.keySet());
        return new Tried(facts.size(), moves, unknown);
    }

    /** Ranks every row of the year and keeps rank, sentence and facts with it: they stay whatever changes later. */
    public void freeze(int year, LocalDate today) {
        freeze(year, today(year), today);
    }

    /** The same for rows that came later; those that stood there before keep theirs. */
    public void freeze(int year, Set<String> taxCodes, LocalDate today) {
        freeze(
                year,
                today(year).stream()
                        .filter(row -> taxCodes.contains(row.taxCode()))
                        .toList(),
                today);
    }

    private void freeze(int year, List<RankedRow> rows, LocalDate today) {
        batches.batchUpdate(
                FREEZE,
                rows.stream()
                        .map(row -> new Object[] {
                            row.priority(),
                            row.place(),
                            row.reason(),
                            today,
                            row.facts().surveyedOn(),
                            row.facts().access().name(),
                            row.facts().unionRecognisedOn(),
                            row.facts().workers(),
                            row.manyWorkers(),
                            year,
                            row.taxCode()
                        })
                        .toList());
    }

    private List<RankedRow> ranked(List<RankFacts> facts, int threshold, UnaryOperator<RankFacts> supposing) {
        List<RankedRow> order =
                unordered(facts, threshold, supposing).sorted(ORDER).toList();
        Map<Integer, Integer> places = new HashMap<>();
        return order.stream()
                .map(row -> new RankedRow(
                        row.facts(), row.priority(), places.merge(row.priority(), 1, Integer::sum), threshold))
                .toList();
    }

    /** Each row with its rank and no place in it; rows that are alike ask the decision once. */
    private Stream<RankedRow> unordered(List<RankFacts> facts, int threshold, UnaryOperator<RankFacts> supposing) {
        Map<RankInput, Rank> asked = new HashMap<>();
        return facts.stream()
                .map(supposing)
                .map(row -> new RankedRow(
                        row,
                        asked.computeIfAbsent(row.input(threshold), rules::rank).priority(),
                        0,
                        threshold));
    }

    private List<RankFacts> facts(int year) {
        return jdbc.sql(FACTS).param("year", year).query(PlanRanking::fact).list();
    }

    /** Column by column: the mapper that finds them by name takes longer than the query. */
    private static RankFacts fact(ResultSet row, int number) throws SQLException {
        LocalDate union = row.getObject("union_recognised_on", LocalDate.class);
        String access = row.getString("accessibility");
        return new RankFacts(
                row.getString("tax_code"),
                row.getString("name"),
                row.getObject("surveyed_on", LocalDate.class),
                access == null ? null : Accessibility.valueOf(access),
                union != null,
                union,
                row.getObject("workers", Integer.class));
    }
}
