package vn.outreach.lifecycle.plan.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.result.PlanResults.Grouping;
import vn.outreach.lifecycle.plan.result.PlanResults.Outside;
import vn.outreach.lifecycle.plan.result.PlanResults.Question;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Measure;
import vn.outreach.web.Body;

/** What a year's plan promised and what was reached of it. */
@RestController
@RequestMapping("/api/v1/plans/{year}/results")
public class PlanResultController {

    private final PlanRows rows;
    private final PlanResults results;
    private final PlanYears years;
    private final Clock clock;

    public PlanResultController(PlanRows rows, PlanResults results, PlanYears years, Clock clock) {
        this.rows = rows;
        this.results = results;
        this.years = years;
        this.clock = clock;
    }

    /**
     * @param items groups, or the rows of the plan where these were asked for
     * @param outsidePlan what other enterprises reached in the period
     */
    record Answer(
            int year,
            PlanPeriod period,
            LocalDate from,
            LocalDate until,
            Grouping by,
            List<?> items,
            List<Outside> outsidePlan) {}

    /** Which rows of a measure are asked for. */
    enum RowState {
        PROMISED,
        REACHED,
        MISSING,
        OVERDUE,
        STANDING,
        NOT_STANDING;

        boolean holds(RowResult.Line line) {
            return switch (this) {
                case PROMISED -> line.promised() != null && line.promised() > 0;
                case REACHED -> line.reached() > 0;
                case MISSING -> line.missing() > 0;
                case OVERDUE -> line.overdue();
                case STANDING -> line.standing() > 0;
                case NOT_STANDING -> line.standing() == 0;
            };
        }
    }

    @GetMapping
    Answer results(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String cutOff,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String responsibleMember,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String state) {
        if (rows.targets(years.checked(year)).isEmpty()) {
            throw Refusal.unknown("plan-unknown", "Chưa có kế hoạch năm %d.".formatted(year));
        }
        Grouping grouping = Objects.requireNonNullElse(
                Body.parameter("by", "Xem theo", upper(by), Choice.of(Grouping.class)), Grouping.TOTAL);
        PlanPeriod asked = Objects.requireNonNullElse(
                Body.parameter("period", "Kỳ", period, Choice.of(PlanPeriod.class)), PlanPeriod.YEAR);
        Measure of = Body.parameter("measure", "Chỉ tiêu", measure, Choice.of(Measure.class));
        RowState in = Body.parameter("state", "Tình trạng", state, Choice.of(RowState.class));
        Question question = question(year, asked, Body.parameter("cutOff", "Ngày chốt số liệu", cutOff, new Day()));
        PlanResults.Answers answers = results.read(question);
        List<?> items = grouping == Grouping.ROW
                ? answers.rows().stream()
                        .filter(row -> asked(unit, row.unit())
                                && asked(responsibleMember, row.responsibleMember())
                                && asked(zone, row.zone()))
                        .filter(row -> of == null || in == null || in.holds(row.line(of)))
                        .toList()
                : answers.groups(grouping);
        return new Answer(year, asked, question.from(), question.last(), grouping, items, answers.outside());
    }

    /** Until today, or until the end of a year that is over; never a day to come. */
    private Question question(int year, PlanPeriod period, @Nullable LocalDate cutOff) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate until = cutOff != null ? cutOff : today.isBefore(end) ? today : end;
        if (cutOff != null && (cutOff.isBefore(period.first(year)) || cutOff.isAfter(end) || cutOff.isAfter(today))) {
            throw new FieldName("cutOff", "Ngày chốt số liệu")
                    .range("phải trong kỳ báo cáo và không được ở sau hôm nay");
        }
        return new Question(year, period, until, today);
    }

    /** What is empty asks for the rows that name none. */
    private static boolean asked(@Nullable String wanted, @Nullable String has) {
        return wanted == null || wanted.equals(Objects.requireNonNullElse(has, ""));
    }

    private static @Nullable String upper(@Nullable String by) {
        return by == null ? null : by.toUpperCase(Locale.ROOT);
    }
}
