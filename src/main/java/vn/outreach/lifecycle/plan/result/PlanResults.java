package vn.outreach.lifecycle.plan.result;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Achievements;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.Reached;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;

/** Sets what a plan promises beside what was reached; what counts as reached is asked of {@link Achievements}. */
@Service
public class PlanResults {

    private final PlanRows plan;
    private final Achievements achievements;
    private final PeopleNames people;
    private final Units units;

    public PlanResults(PlanRows plan, Achievements achievements, PeopleNames people, Units units) {
        this.plan = plan;
        this.achievements = achievements;
        this.people = people;
        this.units = units;
    }

    /**
     * @param until the cut-off, within the period or after it
     * @param today what was promised for an earlier day and is not reached is overdue
     */
    public record Question(int year, PlanPeriod period, LocalDate until, LocalDate today) {

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
        TOTAL(row -> ""),
        UNIT(PlanRow::unit),
        MEMBER(PlanRow::responsibleMember),
        ZONE(PlanRow::zone),
        ROW(PlanRow::taxCode);

        private final Function<PlanRow, @Nullable String> key;

        Grouping(Function<PlanRow, @Nullable String> key) {
            this.key = key;
        }

        String key(PlanRow row) {
            return Objects.requireNonNullElse(key.apply(row), "");
        }
    }

    /** The rows of one member, unit or zone, or all; {@code key} is empty where the rows name none. */
    public record Group(String key, String name, int enterprises, List<MeasureResult> measures) {}

    /** What was reached by enterprises that are not in the plan: it fills no target. */
    record Outside(Measure measure, String name, int reached) {}

    /** The plan's rows and what they reached, read once for a question. */
    public Answers read(Question question) {
        List<PlanRow> rows = plan.of(question.year());
        return new Answers(question, rows, reached(question, rows));
    }

    /** What is answered to a question by these rows of its plan. */
    public final class Answers {

        private final Question question;
        private final List<PlanRow> rows;
        private final Map<String, Map<Measure, Reached>> reached;

        private Answers(Question question, List<PlanRow> rows, Map<String, Map<Measure, Reached>> reached) {
            this.question = question;
            this.rows = rows;
            this.reached = reached;
        }

        public List<Group> groups(Grouping by) {
            Map<String, List<List<RowResult.Line>>> now = lines(question, rows, reached, by);
            Map<String, List<List<RowResult.Line>>> before = lastYear(by);
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
                            group.getValue().size(),
                            Arrays.stream(Measure.values())
                                    .map(measure -> result(
                                            question,
                                            measure,
                                            group.getValue(),
                                            targets,
                                            before.isEmpty() ? null : before.getOrDefault(group.getKey(), List.of())))
                                    .toList()))
                    .toList();
        }

        /** Each enterprise of the plan, in the plan's order. */
        public List<RowResult> rows() {
            Map<String, String> names = people.of(Stream.concat(
                            rows.stream().map(PlanRow::responsibleMember),
                            reached.values().stream()
                                    .flatMap(each -> each.values().stream().map(Reached::doneBy)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            return rows.stream()
                    .map(row -> new RowResult(
                            row.taxCode(),
                            row.name(),
                            row.zone(),
                            row.stage(),
                            row.responsibleMember(),
                            name(row.responsibleMember(), names),
                            row.unit(),
                            row.unit() == null ? null : units.nameOf(row.unit()),
                            row.status(),
                            row.reason(),
                            row.startOn(),
                            lines(question, row, reached.getOrDefault(row.taxCode(), Map.of()), names)))
                    .toList();
        }

        List<Outside> outside() {
            List<Reached> own = reached.values().stream()
                    .flatMap(each -> each.values().stream())
                    .toList();
            Map<Measure, Integer> counts = achievements.ofOthers(own, question.from(), question.last());
            return Arrays.stream(Measure.values())
                    .map(measure -> new Outside(measure, measure.label(), counts.getOrDefault(measure, 0)))
                    .toList();
        }

        private Map<String, List<List<RowResult.Line>>> lastYear(Grouping by) {
            Question before = question.lastYear();
            List<PlanRow> rowsBefore = plan.of(before.year());
            return lines(before, rowsBefore, reached(before, rowsBefore), by);
        }
    }

    /** The lines of each row, by the part of the plan that it belongs to. */
    private static Map<String, List<List<RowResult.Line>>> lines(
            Question question, List<PlanRow> rows, Map<String, Map<Measure, Reached>> reached, Grouping by) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        by::key,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> lines(question, row, reached.getOrDefault(row.taxCode(), Map.of()), Map.of()),
                                Collectors.toList())));
    }

    private static List<RowResult.Line> lines(
            Question question, PlanRow row, Map<Measure, Reached> reached, Map<String, String> names) {
        return Arrays.stream(Measure.values())
                .map(measure -> line(question, row, measure, reached.get(measure), names))
                .toList();
    }

    private Map<String, Map<Measure, Reached>> reached(Question question, List<PlanRow> rows) {
        Map<String, Map<Measure, Reached>> reached = new HashMap<>();
        achievements
                .of(rows.stream().map(PlanRow::taxCode).toList(), question.from(), question.last())
                .forEach(each -> reached.computeIfAbsent(each.taxCode(), code -> new EnumMap<>(Measure.class))
                        .put(each.measure(), each));
        return reached;
    }

    private static RowResult.Line line(
            Question question, PlanRow row, Measure measure, @Nullable Reached reached, Map<String, String> names) {
        Integer promised = question.asks(row) ? row.promised(measure) : null;
        int inPeriod = reached == null ? 0 : reached.in(question.from());
        int inYear = reached == null || reached.inYearOn() == null ? 0 : Math.max(1, inPeriod);
        Reached told = measure.countsPeople() ? null : reached;
        return new RowResult.Line(
                measure,
                measure.label(),
                promised,
                inPeriod,
                reached == null ? 0 : measure.countsPeople() ? reached.total() : 1,
                row.dueDay(),
                promised != null && inYear < promised && question.isOver(row.dueDay()),
                told == null ? null : told.firstOn(),
                told == null ? null : told.inYearOn(),
                reached != null && reached.outsideCase(),
                told == null ? null : told.doneBy(),
                told == null ? null : name(told.doneBy(), names));
    }

    private static @Nullable String name(@Nullable String userId, Map<String, String> names) {
        return userId == null ? null : names.get(userId);
    }

    private static MeasureResult result(
            Question question,
            Measure measure,
            List<List<RowResult.Line>> rows,
            @Nullable PlanTargets targets,
            @Nullable List<List<RowResult.Line>> lastYear) {
        List<RowResult.Line> lines =
                rows.stream().map(row -> row.get(measure.ordinal())).toList();
        Integer ofRows = lines.stream()
                .map(RowResult.Line::promised)
                .filter(Objects::nonNull)
                .reduce(Integer::sum)
                .orElse(null);
        Integer target = targets == null ? null : targets.of(measure);
        return MeasureResult.of(
                measure,
                question.period(),
                target == null ? ofRows : target,
                lines.stream().mapToInt(RowResult.Line::reached).sum(),
                lines.stream().mapToInt(RowResult.Line::standing).sum(),
                rows.size(),
                lines.stream()
                        .filter(RowResult.Line::overdue)
                        .mapToInt(RowResult.Line::missing)
                        .sum(),
                lastYear == null
                        ? null
                        : Integer.valueOf(lastYear.stream()
                                .mapToInt(row -> row.get(measure.ordinal()).reached())
                                .sum()));
    }
}
