package vn.outreach.lifecycle.plan.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.base.value.FieldName;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanPeriod;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.result.PlanResults;
import vn.outreach.lifecycle.plan.result.RowResult;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRowStatus;
import vn.outreach.lifecycle.plan.row.PlanRowWriter;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.lifecycle.plan.row.RowClosing;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.Stage;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.Members;

/** Takes rows of an earlier year that did not reach what they promised into a draft, with their people. */
@Service
public class PlanRowCopy {

    private final PlanHeads heads;
    private final PlanRows rows;
    private final PlanRowWriter writer;
    private final PlanResults results;
    private final PlanYears years;
    private final Members members;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    public PlanRowCopy(
            PlanHeads heads,
            PlanRows rows,
            PlanRowWriter writer,
            PlanResults results,
            PlanYears years,
            Members members,
            CurrentUserProvider asking,
            AuditTrail audit) {
        this.heads = heads;
        this.rows = rows;
        this.writer = writer;
        this.results = results;
        this.years = years;
        this.members = members;
        this.asking = asking;
        this.audit = audit;
    }

    /** A row that came without its member, and why. */
    record Blank(String taxCode, @Nullable String name, String reason) {}

    /** @param blank the rows among the copied ones that somebody must be named for */
    record Result(int copied, List<Blank> blank) {}

    /**
     * Copies what is missing in the draft; rows that it has stay as they are. Each goes on with what its year left
     * over, without days: those were of that year.
     *
     * @throws vn.outreach.base.refusal.Refusal {@code plan-unknown} for a year without a plan, or of the field
     *     {@code from}
     */
    @Transactional
    public Result copy(int year, int from) {
        CurrentUser person = asking.current();
        person.must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được lập danh sách kế hoạch.");
        if (from >= year) {
            throw new FieldName("from", "Chép từ năm").range("phải trước năm " + year);
        }
        heads.require(from);
        heads.lockDraft(year);
        Set<String> there = rows.of(year).stream().map(PlanRow::taxCode).collect(Collectors.toSet());
        Map<String, RowResult> reached = new HashMap<>();
        results.rows(PlanResults.Question.soFar(from, PlanPeriod.YEAR, years.today()))
                .forEach(each -> reached.put(each.taxCode(), each));
        Map<String, Boolean> able = new HashMap<>();
        List<Assignment> copied = new ArrayList<>();
        List<Blank> blank = new ArrayList<>();
        for (PlanRow row : rows.of(from)) {
            RowResult result = reached.get(row.taxCode());
            if (result == null || there.contains(row.taxCode()) || isOver(row, result)) {
                continue;
            }
            String member = row.responsibleMember();
            boolean stays = member != null && able.computeIfAbsent(member, members::mayBeResponsible);
            if (!stays) {
                blank.add(new Blank(row.taxCode(), row.name(), whyBlank(member)));
            }
            copied.add(left(row, result, stays ? member : null));
        }
        writer.write(year, List.of(), copied, new PlanRowWriter.Author(person.id(), "Chép từ kế hoạch năm " + from));
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year))
                .changing("rows:copy", Integer.toString(from), Integer.toString(copied.size())));
        return new Result(copied.size(), blank);
    }

    /** What was reached, given up or cannot be gone on with. */
    private static boolean isOver(PlanRow row, RowResult result) {
        if (row.stage() == Stage.CLOSED || row.closing() == RowClosing.REACHED || row.closing() == RowClosing.DROPPED) {
            return true;
        }
        if (row.closing() == RowClosing.CARRIED || row.status() == PlanRowStatus.PLANNED) {
            return false;
        }
        return result.hasReachedAll();
    }

    /** What the year left over of the row. */
    private static Assignment left(PlanRow row, RowResult result, @Nullable String member) {
        int people = result.line(Measure.ADMISSION).missing();
        Set<Measure> missing = new HashSet<>();
        result.measures().stream().filter(line -> line.missing() > 0).forEach(line -> missing.add(line.measure()));
        return new Assignment(
                row.taxCode(),
                member,
                row.unit(),
                row.partners(),
                row.admissionTarget() == null ? null : Integer.valueOf(people),
                row.measures() == null || missing.isEmpty()
                        ? row.measures()
                        : missing.stream().sorted().toList(),
                row.product(),
                null,
                null,
                row.note(),
                row.planYear());
    }

    private String whyBlank(@Nullable String member) {
        return member == null
                ? "Kế hoạch cũ chưa phân công người phụ trách."
                : "“%s” không còn phụ trách doanh nghiệp được.".formatted(members.of(member));
    }
}
