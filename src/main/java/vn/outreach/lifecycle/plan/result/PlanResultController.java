package vn.outreach.lifecycle.plan.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.result.PlanResults.Group;
import vn.outreach.lifecycle.plan.result.PlanResults.Grouping;
import vn.outreach.lifecycle.plan.result.PlanResults.Outside;
import vn.outreach.lifecycle.plan.result.PlanResults.OutsideRow;
import vn.outreach.lifecycle.plan.result.PlanResults.Question;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Achievements;
import vn.outreach.register.achievement.Measure;
import vn.outreach.web.Body;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** What a year's plan promised and what was reached of it. */
@RestController
@RequestMapping("/api/v1/plans/{year}/results")
public class PlanResultController {

    private static final String MEASURE = "Chỉ tiêu";

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
     * @param outsidePlan what other enterprises reached in the period, beside groups; rows have none
     */
    record Answer(
            int year,
            PlanPeriod period,
            LocalDate from,
            LocalDate until,
            Grouping by,
            List<?> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Outside> outsidePlan) {}

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
        requirePlan(year);
        Grouping grouping = Objects.requireNonNullElse(
                Body.parameter("by", "Xem theo", upper(by), Choice.of(Grouping.class)), Grouping.TOTAL);
        Measure of = Body.parameter("measure", MEASURE, measure, Choice.of(Measure.class));
        RowState in = Body.parameter("state", "Tình trạng", state, Choice.of(RowState.class));
        Question question = question(year, period, cutOff);
        if (grouping == Grouping.ROW) {
            List<RowResult> behind =
                    results.rows(question, new PlanResults.Rows(unit, responsibleMember, zone, of, in));
            return answer(question, grouping, behind, null);
        }
        List<Group> groups = results.groups(question, grouping).stream()
                .sorted(Comparator.comparing(Group::enterprises)
                        .reversed()
                        .thenComparing(
                                Group::name,
                                grouping == Grouping.MEMBER ? VietnameseOrder.OF_PEOPLE : VietnameseOrder.BY_NAME))
                .toList();
        return answer(question, grouping, groups, results.outside(question, groups));
    }

    private static Answer answer(Question question, Grouping by, List<?> items, @Nullable List<Outside> outside) {
        return new Answer(question.year(), question.period(), question.from(), question.last(), by, items, outside);
    }

    /** The enterprises behind a number of {@code outsidePlan}. */
    @GetMapping("/outside")
    Page<OutsideRow> outside(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String cutOff,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        requirePlan(year);
        Measure of = Body.parameter("measure", MEASURE, measure, Choice.of(Measure.class));
        if (of == null) {
            throw new FieldName("measure", MEASURE).missing();
        }
        return results.outsideRows(
                question(year, period, cutOff), of, Paging.of(page, size, null, Map.of(), Achievements.BY_NAME));
    }

    private void requirePlan(int year) {
        if (rows.targets(years.checked(year)).isEmpty()) {
            throw Refusal.unknown("plan-unknown", "Chưa có kế hoạch năm %d.".formatted(year));
        }
    }

    /** Until today, or until the end of a year that is over; never a day to come. */
    private Question question(int year, @Nullable String askedPeriod, @Nullable String askedCutOff) {
        PlanPeriod period = Objects.requireNonNullElse(
                Body.parameter("period", "Kỳ", askedPeriod, Choice.of(PlanPeriod.class)), PlanPeriod.YEAR);
        LocalDate cutOff = Body.parameter("cutOff", "Ngày chốt số liệu", askedCutOff, new Day());
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate until = cutOff != null ? cutOff : today.isBefore(end) ? today : end;
        if (cutOff != null && (cutOff.isBefore(period.first(year)) || cutOff.isAfter(end) || cutOff.isAfter(today))) {
            throw new FieldName("cutOff", "Ngày chốt số liệu")
                    .range("phải trong kỳ báo cáo và không được ở sau hôm nay");
        }
        return new Question(year, period, until, today);
    }

    private static @Nullable String upper(@Nullable String by) {
        return by == null ? null : by.toUpperCase(Locale.ROOT);
    }
}
