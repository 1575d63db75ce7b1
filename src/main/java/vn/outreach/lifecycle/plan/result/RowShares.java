package vn.outreach.lifecycle.plan.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.outreach.lifecycle.plan.result.PlanResultSums.Part;
import vn.outreach.lifecycle.plan.result.PlanResults.Grouping;
import vn.outreach.lifecycle.plan.result.PlanResults.Question;
import vn.outreach.lifecycle.plan.result.RowHolders.Changed;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.Reached;
import vn.outreach.security.identity.Units;

/**
 * What one row of a plan promised and reached, and whose it is: of an enterprise the period's act, and what was
 * promised of it, belongs to who had the row on that day; of people each one, who takes one that was promised along.
 * What was not reached belongs to who has the row today.
 */
final class RowShares {

    private final Question question;
    private final PlanRow row;
    private final RowHolder today;
    private final Map<Measure, Reached> reached;
    private final List<LocalDate> admissions;
    private final Changed changed;

    /** @param admissions the days of the period on which people were admitted; only read of a row that changed hands */
    RowShares(
            Question question,
            PlanRow row,
            Map<Measure, Reached> reached,
            List<LocalDate> admissions,
            Changed changed) {
        this.question = question;
        this.row = row;
        this.today = RowHolder.of(row);
        this.reached = reached;
        this.admissions = admissions;
        this.changed = changed;
    }

    /** @param promised null where the row does not say it for the period */
    private record Share(
            RowHolder holder, int reached, @Nullable Integer promised) {}

    private List<Share> shares(Measure measure) {
        Integer promised = promised(measure);
        int inPeriod = inPeriod(measure);
        if (measure.countsPeople()) {
            return changed.taxCodes().contains(row.taxCode())
                    ? people(promised)
                    : List.of(new Share(today, inPeriod, promised));
        }
        Reached act = reached.get(measure);
        LocalDate day = act == null || inPeriod == 0 ? null : act.inYearOn();
        RowHolder holder = day == null ? today : changed.on(day, row.taxCode(), today);
        return List.of(new Share(holder, inPeriod, promised));
    }

    private List<Share> people(@Nullable Integer promised) {
        List<Share> shares = new ArrayList<>();
        int left = promised == null ? 0 : promised;
        for (LocalDate day : admissions) {
            int one = Math.min(1, left);
            shares.add(new Share(
                    changed.on(day, row.taxCode(), today), 1, promised == null ? null : Integer.valueOf(one)));
            left -= one;
        }
        shares.add(new Share(today, 0, promised == null ? null : Integer.valueOf(left)));
        return shares;
    }

    private @Nullable Integer promised(Measure measure) {
        return question.asks(row) ? row.promised(measure) : null;
    }

    private int inPeriod(Measure measure) {
        Reached act = reached.get(measure);
        return act == null ? 0 : act.in(question.from());
    }

    /** What others than those who have the row today reached of it goes to their parts. */
    void giveBack(Map<String, Part> parts, Grouping by, boolean promises) {
        String key = by.keyOf(today);
        for (Measure measure : Measure.values()) {
            for (Share share : shares(measure)) {
                String other = by.keyOf(share.holder());
                if (!other.equals(key)) {
                    parts.computeIfAbsent(key, each -> new Part())
                            .of(measure)
                            .giveTo(
                                    parts.computeIfAbsent(other, each -> new Part())
                                            .of(measure),
                                    share.reached(),
                                    promises ? share.promised() : null);
                }
            }
        }
    }

    /** Whether the row is one of those that a number counts. */
    boolean isBehind(PlanResults.Rows asked) {
        Measure measure = asked.measure();
        RowState state = asked.state();
        if (measure == null || state == null) {
            return today.is(asked.member(), asked.unit());
        }
        if (!state.holds(line(measure, Map.of(), null))) {
            return false;
        }
        return switch (state) {
            case REACHED ->
                shares(measure).stream()
                        .anyMatch(share -> share.reached() > 0 && share.holder().is(asked.member(), asked.unit()));
            case PROMISED ->
                shares(measure).stream()
                        .anyMatch(share -> share.promised() != null
                                && share.promised() > 0
                                && share.holder().is(asked.member(), asked.unit()));
            case MISSING, OVERDUE, STANDING, NOT_STANDING -> today.is(asked.member(), asked.unit());
        };
    }

    /** Everybody whom {@link #result} names. */
    Stream<String> people() {
        return Stream.concat(
                        Stream.concat(
                                        Stream.of(today),
                                        Arrays.stream(Measure.values())
                                                .filter(measure -> !measure.countsPeople())
                                                .flatMap(measure -> shares(measure).stream())
                                                .map(Share::holder))
                                .map(RowHolder::member),
                        reached.values().stream().map(Reached::doneBy))
                .filter(Objects::nonNull);
    }

    RowResult result(Map<String, String> names, Units units) {
        return new RowResult(
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
                Arrays.stream(Measure.values())
                        .map(measure -> line(measure, names, units))
                        .toList());
    }

    private RowResult.Line line(Measure measure, Map<String, String> names, @Nullable Units units) {
        Reached act = reached.get(measure);
        Integer promised = promised(measure);
        int inPeriod = inPeriod(measure);
        int inYear = act == null ? 0 : act.inYear();
        Reached told = measure.countsPeople() ? null : act;
        RowHolder credited =
                told == null || inPeriod == 0 ? null : shares(measure).get(0).holder();
        return new RowResult.Line(
                measure,
                measure.label(),
                promised,
                inPeriod,
                act == null ? 0 : measure.countsPeople() ? act.total() : 1,
                row.dueDay(),
                promised != null && inYear < promised && question.isOver(row.dueDay()),
                told == null ? null : told.firstOn(),
                told == null ? null : told.inYearOn(),
                act != null && act.outsideCase(),
                told == null ? null : told.doneBy(),
                told == null ? null : name(told.doneBy(), names),
                credited == null ? null : credited.member(),
                credited == null ? null : name(credited.member(), names),
                credited == null ? null : credited.unit(),
                credited == null || credited.unit() == null || units == null ? null : units.nameOf(credited.unit()));
    }

    private static @Nullable String name(@Nullable String userId, Map<String, String> names) {
        return userId == null ? null : names.get(userId);
    }
}
