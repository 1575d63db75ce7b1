package vn.outreach.lifecycle.plan.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.head.PlanHead;
import vn.outreach.lifecycle.plan.head.PlanHead.QuarterTarget;
import vn.outreach.lifecycle.plan.head.PlanHead.UnitTarget;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.lifecycle.plan.row.PlanRanking;
import vn.outreach.lifecycle.plan.row.PlanRowBody;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.register.achievement.Measure;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/** Writes the head of a plan while it is a draft. */
@Service
public class PlanHeadService {

    private static final int LONGEST = 4000;
    private static final int QUARTERS = 4;
    private static final int MOST_TARGET = 100_000;
    private static final String MEASURE = "measure";
    private static final String TARGET = "target";
    private static final String UNIT = "unit";
    private static final String QUARTER = "quarter";
    private static final String QUARTER_TARGETS = "quarterTargets";
    private static final String UNIT_TARGETS = "unitTargets";
    private static final String EFFECTIVE_FROM = "effectiveFrom";
    private static final String MANY_WORKERS = "manyWorkers";
    private static final Map<String, String> COLUMNS = Map.of(
            "targetSurveys", "target_surveys",
            "targetMeetings", "target_meetings",
            "targetUnions", "target_unions",
            "targetCells", "target_cells",
            "targetAdmissions", "target_admissions");
    private static final Map<String, String> TEXTS =
            Map.of("title", "Tên kế hoạch", "basis", "Căn cứ", "purpose", "Mục đích");
    private static final Set<String> FIELDS = fields();

    private final PlanHeads heads;
    private final PlanRows rows;
    private final PlanRowBody units;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    public PlanHeadService(
            PlanHeads heads, PlanRows rows, PlanRowBody units, CurrentUserProvider asking, AuditTrail audit) {
        this.heads = heads;
        this.rows = rows;
        this.units = units;
        this.asking = asking;
        this.audit = audit;
    }

    private static Set<String> fields() {
        Set<String> all = new HashSet<>(COLUMNS.keySet());
        all.addAll(TEXTS.keySet());
        all.addAll(List.of(EFFECTIVE_FROM, MANY_WORKERS, QUARTER_TARGETS, UNIT_TARGETS));
        return all;
    }

    /**
     * Changes what was sent; the year gets a head where it has none. While a plan has no rows yet, its targets are only
     * wishes; the rule on them holds from the first row on.
     */
    @Transactional
    public void change(int year, Map<String, Object> json) {
        asking.current().must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được lập kế hoạch năm.");
        Body body = Body.of(json, FIELDS);
        Map<String, @Nullable Object> columns = columns(year, body);
        List<QuarterTarget> quarters = body.has(QUARTER_TARGETS) ? quarters(json) : null;
        List<UnitTarget> byUnit = body.has(UNIT_TARGETS) ? byUnit(json) : null;
        heads.lockDraft(year);
        mustBePromised(year, heads.require(year), columns);
        heads.update(year, columns);
        if (quarters != null) {
            heads.replaceQuarters(year, quarters);
        }
        if (byUnit != null) {
            heads.replaceUnits(year, byUnit);
        }
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year))
                .changing(String.join(", ", json.keySet().stream().sorted().toList()), null, null));
    }

    private void mustBePromised(int year, PlanHead before, Map<String, @Nullable Object> columns) {
        PlanTargets targets = new PlanTargets(
                target(columns, "target_surveys", before.targetSurveys()),
                target(columns, "target_meetings", before.targetMeetings()),
                target(columns, "target_unions", before.targetUnions()),
                target(columns, "target_cells", before.targetCells()),
                before.targetAdmissions());
        if (before.rows() > 0 && !targets.equals(before.targets())) {
            targets.mustBePromised(rows.promised(year));
        }
    }

    private static @Nullable Integer target(
            Map<String, @Nullable Object> columns, String column, @Nullable Integer before) {
        return columns.containsKey(column) ? (Integer) columns.get(column) : before;
    }

    private static Map<String, @Nullable Object> columns(int year, Body body) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        TEXTS.forEach((field, label) -> {
            if (body.has(field)) {
                columns.put(
                        field,
                        field.equals("title") ? body.text(field, label, LONGEST) : body.lines(field, label, LONGEST));
            }
        });
        if (body.has(EFFECTIVE_FROM)) {
            LocalDate day = body.date(EFFECTIVE_FROM, "Có hiệu lực từ");
            if (day != null && day.getYear() != year) {
                throw new FieldName(EFFECTIVE_FROM, "Có hiệu lực từ").range("phải trong năm " + year);
            }
            columns.put("effective_from", day);
        }
        if (body.has(MANY_WORKERS)) {
            columns.put("many_workers", body.whole(MANY_WORKERS, "Ngưỡng đông lao động", 1, PlanRanking.MOST_WORKERS));
        }
        COLUMNS.forEach((field, column) -> {
            if (body.has(field)) {
                columns.put(column, body.known(field, WholeNumber.class));
            }
        });
        return columns;
    }

    private static List<QuarterTarget> quarters(Map<String, Object> json) {
        List<QuarterTarget> targets = new ArrayList<>();
        for (Body part : parts(json, QUARTER_TARGETS, QUARTER)) {
            targets.add(new QuarterTarget(
                    measure(part),
                    number(part, QUARTER, "Quý", 1, QUARTERS),
                    number(part, TARGET, "Chỉ tiêu", 0, MOST_TARGET)));
        }
        mustBeOnce(
                QUARTER_TARGETS,
                targets.stream()
                        .map(each -> each.measure() + " " + each.quarter())
                        .toList());
        return targets;
    }

    private List<UnitTarget> byUnit(Map<String, Object> json) {
        List<UnitTarget> targets = new ArrayList<>();
        for (Body part : parts(json, UNIT_TARGETS, UNIT)) {
            FieldName name = new FieldName(part.field(UNIT), "Đơn vị");
            String unit = part.required(UNIT, "Đơn vị", part.text(UNIT, "Đơn vị", 100));
            targets.add(new UnitTarget(
                    measure(part), units.answering(name, unit), number(part, TARGET, "Chỉ tiêu", 0, MOST_TARGET)));
        }
        mustBeOnce(
                UNIT_TARGETS,
                targets.stream().map(each -> each.measure() + " " + each.unit()).toList());
        return targets;
    }

    private static List<Body> parts(Map<String, Object> json, String field, String of) {
        return Body.list(Objects.requireNonNullElse(json.get(field), List.of()), field, Set.of(MEASURE, of, TARGET));
    }

    private static Measure measure(Body part) {
        return part.required(MEASURE, "Nội dung", part.choice(MEASURE, "Nội dung", Measure.class));
    }

    private static int number(Body part, String field, String label, int least, int most) {
        return part.required(field, label, part.whole(field, label, least, most));
    }

    private static void mustBeOnce(String field, List<String> keys) {
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new FieldName(field, "Chỉ tiêu").type("một danh sách không trùng nhau");
        }
    }
}
