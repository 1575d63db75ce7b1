package vn.outreach.lifecycle.plan.result;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.lifecycle.plan.result.PlanResultSums.Part;
import vn.outreach.lifecycle.plan.result.PlanResultSums.Sum;
import vn.outreach.lifecycle.plan.result.RowHolders.Changed;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Achievements;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.Reached;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** Sets what a plan promises beside what was reached; what counts as reached is asked of {@link Achievements}. */
@Service
public class PlanResults {

    private final PlanRows plan;
    private final PlanResultSums sums;
    private final RowHolders holders;
    private final Achievements achievements;
    private final PeopleNames people;
    private final Units units;

    public PlanResults(
            PlanRows plan,
            PlanResultSums sums,
            RowHolders holders,
            Achievements achievements,
            PeopleNames people,
            Units units) {
        this.plan = plan;
        this.sums = sums;
        this.holders = holders;
        this.achievements = achievements;
        this.people = people;
        this.units = units;
    }

    /**
     * @param until the cut-off, within the period or after it
     * @param today what was promised for an earlier day and is not reached is overdue
     */
    public record Question(int year, PlanPeriod period, LocalDate until, LocalDate today) {

        /** A period as it stands today, or as it ended. */
        public static Question soFar(int year, PlanPeriod period, LocalDate today) {
            LocalDate last = period.last(year);
            return new Question(year, period, today.isBefore(last) ? today : last, today);
        }

        LocalDate from() {
            return period.first(year);
        }

        /** The last day whose acts count. */
        public LocalDate last() {
            LocalDate end = period.last(year);
            return until.isBefore(end) ? until : end;
        }

        boolean asks(PlanRow row) {
            return !row.dueDay().isBefore(from()) && !row.dueDay().isAfter(period.last(year));
        }

        boolean isOver(LocalDate day) {
            return day.isBefore(today) && !day.isAfter(last());
        }

        Question lastYear() {
            return new Question(year - 1, period, until.minusYears(1), today);
        }
    }

    /** By which part of the plan the numbers are asked. */
    public enum Grouping {
        TOTAL("''"),
        UNIT("r.unit"),
        MEMBER("r.responsible_member"),
        ZONE("e.zone"),
        ROW("r.tax_code");

        private final String column;

        Grouping(String column) {
            this.column = column;
        }

        /** What the rows of the plan are grouped by in SQL. */
        String column() {
            return column;
        }

        /** Whether a row may belong to another part than today when something was reached. */
        boolean changesHands() {
            return this == UNIT || this == MEMBER;
        }

        String keyOf(RowHolder holder) {
            return Objects.requireNonNullElse(this == UNIT ? holder.unit() : holder.member(), "");
        }
    }

    /** Which rows are asked for; what is null lets every row through, what is empty those that name none. */
    record Rows(
            @Nullable String unit,
            @Nullable String member,
            @Nullable String zone,
            @Nullable Measure measure,
            @Nullable RowState state) {

        static final Rows ALL = new Rows(null, null, null, null, null);
    }

    /** The rows of one member, unit or zone, or all; {@code key} is empty where the rows name none. */
    public record Group(String key, String name, int enterprises, List<MeasureResult> measures) {}

    /** What was reached by enterprises that are not in the plan: it fills no target. */
    record Outside(Measure measure, String name, int reached) {}

    /**
     * The plan's numbers. What was reached in the period, with what was promised of it, belongs to who had the row on
     * that day; what was not reached, and what stands, to who has it today.
     */
    public List<Group> groups(Question question, Grouping by) {
        Map<String, Part> now = parts(question, by, true);
        Map<String, Part> before = parts(question.lastYear(), by, false);
        PlanTargets targets = by == Grouping.TOTAL && question.period() == PlanPeriod.YEAR
                ? plan.targets(question.year()).orElse(null)
                : null;
        Map<String, String> names = by == Grouping.MEMBER ? people.of(now.keySet()) : Map.of();
        return now.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        by == Grouping.UNIT
                                ? units.nameOf(group.getKey())
                                : names.getOrDefault(group.getKey(), group.getKey()),
                        group.getValue().enterprises(),
                        Arrays.stream(Measure.values())
                                .map(measure -> result(
                                        question,
                                        measure,
                                        group.getValue(),
                                        targets == null ? null : targets.of(measure),
                                        before.isEmpty() ? null : before.getOrDefault(group.getKey(), new Part())))
                                .toList()))
                .toList();
    }

    /**
     * What was reached by other enterprises in the period; it fills no target.
     *
     * @param groups the numbers of the same question
     */
    List<Outside> outside(Question question, List<Group> groups) {
        Map<Measure, Integer> own = new EnumMap<>(Measure.class);
        groups.forEach(group ->
                group.measures().forEach(result -> own.merge(result.measure(), result.reached(), Integer::sum)));
        return outside(question, own);
    }

    /**
     * An enterprise that is not in the plan and reached a measure in the period.
     *
     * @param reached people, where the measure counts people
     * @param reachedOn the day of the year's first act; of admissions neither day nor person is told
     */
    record OutsideRow(
            String taxCode,
            @Nullable String name,
            @Nullable String zone,
            @Nullable String responsibleMember,
            @Nullable String responsibleMemberName,
            int reached,
            @Nullable LocalDate reachedOn,
            boolean outsideCase,
            @Nullable String doneBy,
            @Nullable String doneByName) {}

    /** The enterprises behind a number of {@link #outside}, by name. */
    Page<OutsideRow> outsideRows(Question question, Measure measure, Paging paging) {
        List<String> own =
                plan.of(question.year()).stream().map(PlanRow::taxCode).toList();
        Page<Achievements.Other> others = achievements.others(measure, own, question.from(), question.last(), paging);
        Map<String, Reached> reached = new HashMap<>();
        achievements
                .of(others.items().stream().map(Achievements.Other::taxCode).toList(), question.from(), question.last())
                .stream()
                .filter(each -> each.measure() == measure)
                .forEach(each -> reached.put(each.taxCode(), each));
        Map<String, String> names = people.of(Stream.concat(
                        others.items().stream().map(Achievements.Other::responsibleMember),
                        reached.values().stream().map(Reached::doneBy))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new Page<>(
                others.items().stream()
                        .map(other -> outsideRow(
                                other, Objects.requireNonNull(reached.get(other.taxCode())), question, names))
                        .toList(),
                others.page(),
                others.size(),
                others.total());
    }

    private static OutsideRow outsideRow(
            Achievements.Other other, Reached reached, Question question, Map<String, String> names) {
        boolean told = !reached.measure().countsPeople();
        String member = other.responsibleMember();
        String doneBy = told ? reached.doneBy() : null;
        return new OutsideRow(
                other.taxCode(),
                other.name(),
                other.zone(),
                member,
                member == null ? null : names.get(member),
                reached.in(question.from()),
                told ? reached.inYearOn() : null,
                reached.outsideCase(),
                doneBy,
                doneBy == null ? null : names.get(doneBy));
    }

    private List<Outside> outside(Question question, Map<Measure, Integer> own) {
        Map<Measure, Integer> counts = achievements.ofOthers(own, question.from(), question.last());
        return Arrays.stream(Measure.values())
                .map(measure -> new Outside(measure, measure.label(), counts.getOrDefault(measure, 0)))
                .toList();
    }

    /** Each enterprise of the plan, in the plan's order. */
    public List<RowResult> rows(Question question) {
        return rows(question, Rows.ALL);
    }

    /** Those enterprises of the plan that stand behind a number, in the plan's order. */
    List<RowResult> rows(Question question, Rows asked) {
        Changed changed = holders.of(question.year());
        List<PlanRow> rows = plan.of(question.year(), asked.unit(), asked.member(), asked.zone(), changed.taxCodes());
        List<String> taxCodes = rows.stream().map(PlanRow::taxCode).toList();
        Map<String, Map<Measure, Reached>> reached = reached(question, taxCodes);
        Map<String, List<LocalDate>> admissions = admissions(question, changed.taxCodes());
        List<RowShares> shares = rows.stream()
                .map(row -> new RowShares(
                        question,
                        row,
                        reached.getOrDefault(row.taxCode(), Map.of()),
                        admissions.getOrDefault(row.taxCode(), List.of()),
                        changed))
                .filter(row -> row.isBehind(asked))
                .toList();
        Map<String, String> names =
                people.of(shares.stream().flatMap(RowShares::people).collect(Collectors.toSet()));
        return shares.stream().map(row -> row.result(names, units)).toList();
    }

    /** The parts by who has the rows today, then what was reached by those who had them before is given back. */
    private Map<String, Part> parts(Question question, Grouping by, boolean promises) {
        Map<String, Part> parts = promises ? sums.of(question, by) : sums.reached(question, by);
        if (!by.changesHands()) {
            return parts;
        }
        Changed changed = holders.of(question.year());
        Map<String, Map<Measure, Reached>> reached = reached(question, changed.taxCodes());
        Map<String, List<LocalDate>> admissions = admissions(question, changed.taxCodes());
        for (PlanRow row : plan.of(question.year(), changed.taxCodes())) {
            if (row.removedBy() == null) {
                new RowShares(
                                question,
                                row,
                                reached.getOrDefault(row.taxCode(), Map.of()),
                                admissions.getOrDefault(row.taxCode(), List.of()),
                                changed)
                        .giveBack(parts, by, promises);
            }
        }
        return parts;
    }

    private Map<String, Map<Measure, Reached>> reached(Question question, Collection<String> taxCodes) {
        Map<String, Map<Measure, Reached>> reached = new HashMap<>();
        if (!taxCodes.isEmpty()) {
            achievements
                    .of(taxCodes, question.from(), question.last())
                    .forEach(each -> reached.computeIfAbsent(each.taxCode(), code -> new EnumMap<>(Measure.class))
                            .put(each.measure(), each));
        }
        return reached;
    }

    /** Only of rows that changed hands it matters who had them on the day of each admission. */
    private Map<String, List<LocalDate>> admissions(Question question, Collection<String> taxCodes) {
        return taxCodes.isEmpty() ? Map.of() : achievements.admissions(taxCodes, question.from(), question.last());
    }

    private static MeasureResult result(
            Question question, Measure measure, Part part, @Nullable Integer target, @Nullable Part lastYear) {
        Sum sum = part.of(measure);
        return MeasureResult.of(
                measure,
                question.period(),
                target == null ? sum.promised() : target,
                sum.reached(),
                sum.standing(),
                part.enterprises(),
                sum.overdue(),
                lastYear == null ? null : Integer.valueOf(lastYear.of(measure).reached()));
    }
}
