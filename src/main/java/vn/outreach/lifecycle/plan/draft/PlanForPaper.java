package vn.outreach.lifecycle.plan.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.document.draft.YearPlan;
import vn.outreach.document.draft.YearPlans;
import vn.outreach.lifecycle.plan.head.PlanHead;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.ShownRows;
import vn.outreach.register.achievement.Measure;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;

/** Tells a plan's paper what the plan says. */
@Component
class PlanForPaper implements YearPlans {

    private final PlanHeads heads;
    private final ShownRows rows;
    private final PeopleNames people;
    private final Units units;

    PlanForPaper(PlanHeads heads, ShownRows rows, PeopleNames people, Units units) {
        this.heads = heads;
        this.rows = rows;
        this.people = people;
        this.units = units;
    }

    @Override
    public Optional<Integer> yearOf(String processInstanceId) {
        return heads.ofProcess(processInstanceId).map(PlanHead::year);
    }

    @Override
    public YearPlan of(int year) {
        PlanHead head = heads.require(year);
        List<ShownRows.ShownRow> shown = rows.of(year);
        Map<String, String> names = people.of(shown.stream()
                .map(each -> each.row().responsibleMember())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new YearPlan(
                year,
                head.basis(),
                head.purpose(),
                head.targetSurveys(),
                head.targetMeetings(),
                head.targetUnions(),
                head.targetCells(),
                head.targetAdmissions(),
                head.paperNumber(),
                head.approvedOn(),
                head.amendments(),
                shown.stream().map(each -> row(each, names)).toList());
    }

    private YearPlan.Row row(ShownRows.ShownRow shown, Map<String, String> names) {
        PlanRow row = shown.row();
        String member = row.responsibleMember();
        return new YearPlan.Row(
                row.taxCode(),
                row.name(),
                row.zone(),
                row.workers(),
                shown.rank().priority(),
                shown.rank().priorityReason(),
                words(row.measures()),
                row.admissionTarget(),
                row.product(),
                member == null ? null : names.getOrDefault(member, member),
                row.unit() == null ? null : units.nameOf(row.unit()),
                row.partners() == null
                        ? null
                        : row.partners().stream().map(units::nameOf).collect(Collectors.joining(", ")),
                row.startOn(),
                row.dueDay(),
                row.note());
    }

    private static @Nullable String words(@Nullable List<Measure> measures) {
        return measures == null
                ? null
                : measures.stream()
                        .filter(measure -> !measure.countsPeople())
                        .map(Measure::label)
                        .collect(Collectors.joining(", "));
    }
}
