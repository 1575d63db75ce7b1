package vn.outreach.lifecycle.plan.amendment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRowBody;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Measure;
import vn.outreach.web.Body;

/**
 * Reads what an amendment changes, against the plan as it stands: when it is proposed, and again when it is applied.
 */
@Component
class AmendmentChanges {

    private static final Set<String> PARTS = Set.of("add", "remove", "rows", "targets");
    private static final Set<String> MOVED = Set.of("taxCode", "responsibleMember", "unit", "startOn", "dueOn");
    private static final Set<String> TARGETS =
            Set.of("targetSurveys", "targetMeetings", "targetUnions", "targetCells", "targetAdmissions");
    private static final String TAX_CODE = "taxCode";

    private final PlanHeads heads;
    private final PlanRows rows;
    private final PlanRowBody body;

    AmendmentChanges(PlanHeads heads, PlanRows rows, PlanRowBody body) {
        this.heads = heads;
        this.rows = rows;
        this.body = body;
    }

    /**
     * The rows that change, before and after.
     *
     * @param added tax codes that come or come back
     * @param removed tax codes that count no longer
     * @param targets of the plan afterwards; null where they stay
     */
    record Read(
            Map<String, Assignment> before,
            List<Assignment> after,
            Set<String> added,
            Set<String> removed,
            @Nullable PlanTargets targets) {}

    /** @throws Refusal for what does not fit the plan as it stands */
    Read read(int year, Map<String, Object> json) {
        Body sent = Body.of(json, PARTS);
        Map<String, PlanRow> there = rows.of(year).stream()
                .collect(Collectors.toMap(PlanRow::taxCode, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, Assignment> before = new LinkedHashMap<>();
        Map<String, Assignment> after = new LinkedHashMap<>();
        List<Assignment> added = body.read(year, Body.list(list(json, "add"), "changes.add", PlanRowBody.ROW));
        for (Assignment row : added) {
            if (there.containsKey(row.taxCode())) {
                throw Refusal.conflict(
                        "plan-row-there",
                        "Doanh nghiệp %s đã có trong kế hoạch năm %d.".formatted(row.taxCode(), year));
            }
            after.put(row.taxCode(), row);
        }
        Set<String> able = new HashSet<>();
        for (Body moved : Body.list(list(json, "rows"), "changes.rows", MOVED)) {
            String code = moved.required(TAX_CODE, "Mã số thuế", moved.text(TAX_CODE, "Mã số thuế", 14));
            Assignment row = require(year, there, code).assignment();
            before.put(code, row);
            after.put(code, body.over(year, moved, row, able));
        }
        Set<String> removed =
                new LinkedHashSet<>(Objects.requireNonNullElse(sent.texts("remove", "Doanh nghiệp đưa ra"), List.of()));
        for (String code : removed) {
            require(year, there, code);
            if (before.containsKey(code)) {
                throw new FieldName("changes.remove", "Doanh nghiệp đưa ra")
                        .type("những doanh nghiệp không đổi gì khác trong đề nghị");
            }
        }
        mustBeNamed(after.values());
        PlanTargets targets =
                json.get("targets") == null ? null : targets(year, sent.object("targets", "Chỉ tiêu", TARGETS));
        if (after.isEmpty() && removed.isEmpty() && targets == null) {
            throw new FieldName("changes", "Nội dung điều chỉnh").missing();
        }
        mustBePromised(year, there, after, removed, targets);
        return new Read(
                before,
                new ArrayList<>(after.values()),
                added.stream().map(Assignment::taxCode).collect(Collectors.toCollection(LinkedHashSet::new)),
                removed,
                targets);
    }

    private static Object list(Map<String, Object> json, String part) {
        return Objects.requireNonNullElse(json.get(part), List.of());
    }

    private static PlanRow require(int year, Map<String, PlanRow> there, String code) {
        PlanRow row = there.get(code);
        if (row == null) {
            throw Refusal.unknown(
                    "plan-row-unknown", "Doanh nghiệp %s không có trong kế hoạch năm %d.".formatted(code, year));
        }
        return row;
    }

    private static void mustBeNamed(Iterable<Assignment> after) {
        for (Assignment row : after) {
            if (row.responsibleMember() == null || row.unit() == null) {
                throw Refusal.invalid(
                        "plan-row-nameless",
                        "changes",
                        "Chưa phân công người phụ trách và bộ phận tham mưu cho: %s.".formatted(row.taxCode()));
            }
        }
    }

    private PlanTargets targets(int year, Body sent) {
        PlanTargets now = heads.require(year).targets();
        return new PlanTargets(
                target(sent, Measure.SURVEY, now),
                target(sent, Measure.MEETING, now),
                target(sent, Measure.UNION, now),
                target(sent, Measure.CELL, now),
                target(sent, Measure.ADMISSION, now));
    }

    private static @Nullable Integer target(Body sent, Measure measure, PlanTargets now) {
        String field = PlanTargets.field(measure);
        return sent.has(field) ? sent.known(field, WholeNumber.class) : now.of(measure);
    }

    private void mustBePromised(
            int year,
            Map<String, PlanRow> there,
            Map<String, Assignment> after,
            Set<String> removed,
            @Nullable PlanTargets targets) {
        Map<String, Assignment> all = new LinkedHashMap<>();
        there.forEach((code, row) -> all.put(code, row.assignment()));
        all.putAll(after);
        all.keySet().removeAll(removed);
        Map<Measure, Integer> promised = new EnumMap<>(Measure.class);
        for (Assignment row : all.values()) {
            for (Measure measure : Measure.values()) {
                List<Measure> said = row.measures();
                promised.merge(measure, said == null || said.contains(measure) ? 1 : 0, Integer::sum);
            }
        }
        (targets == null ? heads.require(year).targets() : targets).mustBePromised(promised);
    }
}
