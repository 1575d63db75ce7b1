package vn.outreach.lifecycle.plan.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.lifecycle.plan.AnnualPlanWorkflow;
import vn.outreach.lifecycle.plan.PlanClosing;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRowBody;
import vn.outreach.lifecycle.plan.row.PlanRowWriter;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.lifecycle.plan.row.RowClosing;
import vn.outreach.process.Step;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/** Writes the rows of a plan while it is a draft: all at once, many, or one. */
@Service
public class PlanRowService {

    private final PlanHeads heads;
    private final PlanRows rows;
    private final PlanRowWriter writer;
    private final PlanRowBody body;
    private final PlanClosing closing;
    private final AnnualPlanWorkflow workflow;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    public PlanRowService(
            PlanHeads heads,
            PlanRows rows,
            PlanRowWriter writer,
            PlanRowBody body,
            PlanClosing closing,
            AnnualPlanWorkflow workflow,
            CurrentUserProvider asking,
            AuditTrail audit) {
        this.heads = heads;
        this.rows = rows;
        this.writer = writer;
        this.body = body;
        this.closing = closing;
        this.workflow = workflow;
        this.asking = asking;
        this.audit = audit;
    }

    /** What became of one row of many; {@code code}, {@code message} and {@code field} are those of the refusal. */
    public record Outcome(
            String taxCode,
            boolean ok,
            @Nullable String code,
            @Nullable String message,
            @Nullable String field) {

        static Outcome done(String taxCode) {
            return new Outcome(taxCode, true, null, null, null);
        }

        static Outcome of(String taxCode, Refusal refusal) {
            return new Outcome(taxCode, false, refusal.code(), refusal.getMessage(), refusal.field());
        }
    }

    /** The rows sent are the plan from now on: rows that are not among them go. */
    @Transactional
    public void replace(int year, Object json) {
        CurrentUser person = writing();
        List<Assignment> sent = body.read(year, json);
        heads.lockDraft(year);
        Map<String, Assignment> before = assignments(rows.of(year));
        write(
                year,
                before,
                sent.stream()
                        .map(row -> row.carriedFrom(carried(before.get(row.taxCode()))))
                        .toList(),
                person);
    }

    /**
     * One row, new or as it is to be from now on.
     *
     * @return the tax code as the register writes it
     */
    @Transactional
    public String put(int year, String taxCode, Map<String, Object> json) {
        CurrentUser person = writing();
        Assignment sent = body.row(year, taxCode, json);
        heads.lockDraft(year);
        Map<String, Assignment> before = assignments(rows.of(year, List.of(sent.taxCode())));
        write(year, before, List.of(sent.carriedFrom(carried(before.get(sent.taxCode())))), person);
        return sent.taxCode();
    }

    /** @throws Refusal {@code plan-row-unknown} for an enterprise that is not in the plan */
    @Transactional
    public void delete(int year, String taxCode) {
        CurrentUser person = writing();
        heads.lockDraft(year);
        Map<String, Assignment> before = assignments(rows.of(year, List.of(taxCode)));
        if (before.isEmpty()) {
            throw unknown(year, taxCode);
        }
        write(year, before, List.of(), person);
    }

    /**
     * Changes some fields of many rows, of all the same or of each its own; a row that cannot have them stays as it is
     * and stops no other.
     */
    @Transactional
    public List<Outcome> change(int year, Map<String, Object> json) {
        CurrentUser person = writing();
        PlanRowBody.Many many = body.many(year, json);
        if (many.closing() != null) {
            return close(year, many, many.closing());
        }
        heads.lockDraft(year);
        Map<String, Assignment> found = assignments(rows.of(year, many.changes().keySet()));
        Map<String, Assignment> before = new LinkedHashMap<>();
        List<Assignment> after = new ArrayList<>();
        Set<String> able = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Map.Entry<String, Body> sent : many.changes().entrySet()) {
            String taxCode = sent.getKey();
            Assignment row = found.get(taxCode);
            try {
                if (row == null) {
                    throw unknown(year, taxCode);
                }
                after.add(body.over(year, sent.getValue(), row, able));
                before.put(taxCode, row);
                outcomes.add(Outcome.done(taxCode));
            } catch (Refusal refusal) {
                outcomes.add(Outcome.of(taxCode, refusal));
            }
        }
        write(year, before, after, person);
        return outcomes;
    }

    /** What becomes of rows that did not reach what they promised; asked while the plan is to be closed. */
    private List<Outcome> close(int year, PlanRowBody.Many many, RowClosing answer) {
        if (!workflow.isClosing(year)) {
            throw Refusal.conflict(
                    "plan-not-closing",
                    "Chỉ kết luận doanh nghiệp khi đang có việc đóng kế hoạch năm %d.".formatted(year));
        }
        PlanClosing.Answers answers = closing.read(year, Step.today());
        List<Outcome> outcomes = new ArrayList<>();
        for (String taxCode : many.changes().keySet()) {
            try {
                answers.take(taxCode, answer, many.closingReason());
                outcomes.add(Outcome.done(taxCode));
            } catch (Refusal refusal) {
                outcomes.add(Outcome.of(taxCode, refusal));
            }
        }
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year))
                .changing(
                        "closing",
                        null,
                        answer + " "
                                + outcomes.stream()
                                        .filter(Outcome::ok)
                                        .map(Outcome::taxCode)
                                        .collect(Collectors.joining(" "))));
        return outcomes;
    }

    private CurrentUser writing() {
        CurrentUser person = asking.current();
        person.must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được lập danh sách kế hoạch.");
        return person;
    }

    private void write(int year, Map<String, Assignment> before, List<Assignment> after, CurrentUser person) {
        write(year, before.values(), after, person);
    }

    /** Rows of a draft that the caller holds: those of {@code before} become those of {@code after}. */
    void write(int year, Collection<Assignment> before, List<Assignment> after, CurrentUser person) {
        writer.write(year, before, after, new PlanRowWriter.Author(person.id(), null));
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year))
                .changingList("rows", texts(before.stream()), texts(after.stream())));
    }

    private static Map<String, Assignment> assignments(List<PlanRow> rows) {
        return rows.stream()
                .map(PlanRow::assignment)
                .collect(Collectors.toMap(
                        Assignment::taxCode, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    private static @Nullable Integer carried(@Nullable Assignment row) {
        return row == null ? null : row.carriedFrom();
    }

    private static Refusal unknown(int year, String taxCode) {
        return Refusal.unknown(
                "plan-row-unknown", "Doanh nghiệp %s không có trong kế hoạch năm %d.".formatted(taxCode, year));
    }

    /** What every row says, and behind it what only some do. */
    private static List<String> texts(Stream<Assignment> rows) {
        return rows.map(row -> Stream.concat(
                                Stream.of(row.taxCode(), row.responsibleMember(), row.unit(), row.admissionTarget())
                                        .map(value -> Objects.toString(value, "–")),
                                Stream.of(row.measures(), row.startOn(), row.dueOn())
                                        .filter(Objects::nonNull)
                                        .map(Object::toString))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
