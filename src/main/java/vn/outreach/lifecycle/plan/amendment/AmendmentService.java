package vn.outreach.lifecycle.plan.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.AmendmentDecision;
import vn.outreach.lifecycle.plan.AnnualPlanProcess;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanStatus;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.lifecycle.plan.row.Assignment;
import vn.outreach.lifecycle.plan.row.PlanRanking;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRowWriter;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.process.ReturnReason;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.OutreachCases;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.enterprise.Stages;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.Members;
import vn.outreach.security.identity.Memberships;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.web.Body;
import vn.outreach.work.notification.NotificationMessage;
import vn.outreach.work.notification.NotificationSubject;
import vn.outreach.work.notification.Notifications;

/** What changes in a plan after its approval: proposed, decided by others, applied in one transaction. */
@Service
class AmendmentService {

    private static final int LONGEST_REASON = 2000;

    private final PlanHeads heads;
    private final PlanRows rows;
    private final PlanRowWriter writer;
    private final PlanRanking ranking;
    private final AmendmentChanges changes;
    private final PlanAmendments amendments;
    private final OutreachCases cases;
    private final EnterpriseService register;
    private final Stages stages;
    private final Members members;
    private final Memberships memberships;
    private final WorkUnits units;
    private final Ledger ledger;
    private final Notifications notifications;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    AmendmentService(
            PlanHeads heads,
            PlanRows rows,
            PlanRowWriter writer,
            PlanRanking ranking,
            AmendmentChanges changes,
            PlanAmendments amendments,
            OutreachCases cases,
            EnterpriseService register,
            Stages stages,
            Members members,
            Memberships memberships,
            WorkUnits units,
            Ledger ledger,
            Notifications notifications,
            CurrentUserProvider asking,
            AuditTrail audit) {
        this.heads = heads;
        this.rows = rows;
        this.writer = writer;
        this.ranking = ranking;
        this.changes = changes;
        this.amendments = amendments;
        this.cases = cases;
        this.register = register;
        this.stages = stages;
        this.members = members;
        this.memberships = memberships;
        this.units = units;
        this.ledger = ledger;
        this.notifications = notifications;
        this.asking = asking;
        this.audit = audit;
    }

    /** The number of an amendment, and whether it is there already because its answer got lost. */
    record Kept(int id, boolean sentAgain) {}

    /** Keeps what somebody proposes; nothing of the plan changes before it is decided. */
    Kept propose(int year, Map<String, Object> json) {
        CurrentUser person = asking.current();
        person.must(Capability.WRITES_PLANS, "Chỉ ban tổ chức được đề nghị điều chỉnh kế hoạch.");
        Body body = Body.of(json, Set.of("changes", "reason"));
        String reason = reason(body);
        if (!(json.get("changes") instanceof Map<?, ?>)) {
            throw new FieldName("changes", "Nội dung điều chỉnh").missing();
        }
        Map<String, Object> sent = body.fields("changes", "Nội dung điều chỉnh");
        lockApproved(year);
        Optional<Kept> before = before(year, false, reason, person, kept -> kept.equals(amendments.asKept(sent)));
        if (before.isPresent()) {
            return before.get();
        }
        changes.read(year, sent);
        int id = amendments.add(year, false, sent, reason, person.id());
        audited(year, "amendment", id);
        return new Kept(id, false);
    }

    /**
     * Rows and open tasks of somebody who leaves go to another member of the head's own unit at once, with an amendment
     * that is applied already.
     */
    Kept handOver(int year, Map<String, Object> json) {
        CurrentUser head = asking.current();
        Set<String> headed = units.headedBy(head);
        if (headed.isEmpty()) {
            throw Refusal.forbidden("wrong-person", "Chỉ phụ trách đơn vị được bàn giao việc của đơn vị mình.");
        }
        Body body = Body.of(json, Set.of("from", "to", "reason"));
        String from = body.required("from", "Người bàn giao", body.text("from", "Người bàn giao", 64));
        String to = body.required("to", "Người nhận", body.text("to", "Người nhận", 64));
        String reason = reason(body);
        members.requireResponsible("to", to);
        if (to.equals(from) || memberships.groupsOf(to).stream().noneMatch(headed::contains)) {
            throw new FieldName("to", "Người nhận").type("một người khác trong đơn vị đồng chí phụ trách");
        }
        lockApproved(year);
        Optional<Kept> again =
                before(year, true, reason, head, sent -> from.equals(sent.get("from")) && to.equals(sent.get("to")));
        if (again.isPresent()) {
            return again.get();
        }
        boolean ofUnit = memberships.groupsOf(from).stream().anyMatch(headed::contains);
        List<PlanRow> handed = rows.of(year).stream()
                .filter(row -> from.equals(row.responsibleMember()) && (ofUnit || headed.contains(row.unit())))
                .toList();
        if (handed.isEmpty()) {
            throw Refusal.unknown(
                    "plan-rows-none",
                    "“%s” không phụ trách doanh nghiệp nào của đơn vị trong kế hoạch năm %d."
                            .formatted(members.of(from), year));
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("from", from);
        kept.put("to", to);
        kept.put("rows", handed.stream().map(PlanRow::taxCode).toList());
        int id = amendments.add(year, true, kept, reason, head.id());
        List<Assignment> before = handed.stream().map(PlanRow::assignment).toList();
        List<Assignment> after =
                before.stream().map(row -> row.responsibleMember(to)).toList();
        writer.write(year, before, after, new PlanRowWriter.Author(head.id(), reason, id));
        moveTasks(year, after);
        audited(year, "handedOver", id);
        return new Kept(id, false);
    }

    private Optional<Kept> before(
            int year, boolean applied, String reason, CurrentUser person, Predicate<Map<String, Object>> same) {
        return amendments.sentBefore(year, applied, reason, person.id()).stream()
                .filter(sent -> same.test(sent.changes()))
                .findFirst()
                .map(sent -> new Kept(sent.id(), true));
    }

    /** The proposal stands in the ledger: its author does not decide it. */
    void proposed(LedgerEntry step) {
        ledger.record(step, Done.DONE);
    }

    /** Decides an amendment; one that was applied already is only decided. */
    void decide(LedgerEntry step, int id, AmendmentDecision decision, @Nullable String reason) {
        PlanAmendment amendment = amendments.lock(id);
        if (decision == AmendmentDecision.APPROVED && !amendment.applied()) {
            apply(amendment, step.today());
        }
        amendments.decided(id, AmendmentStatus.valueOf(decision.name()), step.user(), reason);
        ledger.record(step, decision);
        tell(amendment, decision, reason);
    }

    /** Its author is told, and of a handing over both people: it stays whatever was decided. */
    private void tell(PlanAmendment amendment, AmendmentDecision decision, @Nullable String reason) {
        Set<String> people = new LinkedHashSet<>(List.of(amendment.madeBy()));
        String what = "đề nghị điều chỉnh số %s".formatted(WholeNumber.shown(amendment.id()));
        if (amendment.applied()) {
            String from = String.valueOf(amendment.changes().get("from"));
            String to = String.valueOf(amendment.changes().get("to"));
            people.addAll(List.of(from, to));
            what = "việc bàn giao từ %s sang %s".formatted(members.of(from), members.of(to));
        }
        String decided = switch (decision) {
            case APPROVED -> "đã được duyệt";
            case RETURNED -> "được trả lại để sửa";
            case REJECTED -> "không được duyệt";
        };
        notifications.enqueue(
                NotificationMessage.amendmentDecided(
                        new NotificationSubject(
                                "amendment-" + amendment.id(), null, null, AnnualPlanProcess.KEY, null, null),
                        amendment.year(),
                        what,
                        amendment.applied() && decision != AmendmentDecision.APPROVED
                                ? decided + "; doanh nghiệp đã bàn giao giữ nguyên người mới"
                                : decided,
                        reason),
                people);
    }

    private void apply(PlanAmendment amendment, LocalDate today) {
        int year = amendment.year();
        lockApproved(year);
        AmendmentChanges.Read read = changes.read(year, amendment.changes());
        PlanRowWriter.Author author = new PlanRowWriter.Author(amendment.madeBy(), amendment.reason(), amendment.id());
        Map<String, Assignment> before = new HashMap<>(read.before());
        rows.of(year, read.added()).stream().map(PlanRow::assignment).forEach(row -> before.put(row.taxCode(), row));
        writer.putBack(year, read.added());
        writer.write(year, before.values(), read.after(), author);
        writer.takeOut(year, read.removed(), author);
        ranking.freeze(year, read.added(), today);
        PlanTargets targets = read.targets();
        if (targets != null) {
            heads.update(year, columns(targets));
        }
        List<String> stageChanges = new ArrayList<>(read.added());
        stageChanges.addAll(read.removed());
        stageChanges.forEach(stages::refresh);
        moveTasks(
                year,
                read.after().stream()
                        .filter(row -> read.before().containsKey(row.taxCode())
                                && !Objects.equals(
                                        Objects.requireNonNull(read.before().get(row.taxCode()))
                                                .responsibleMember(),
                                        row.responsibleMember()))
                        .toList());
    }

    /**
     * The open tasks of a running case go to the row's new member; both are told. A case of another year stays with its
     * own: it goes over when the plan's year has begun.
     */
    private void moveTasks(int year, List<Assignment> after) {
        for (Assignment row : after) {
            if (cases.isOfYear(row.taxCode(), year)) {
                register.change(
                        row.taxCode(),
                        new RegisterChange().set(EnterpriseField.RESPONSIBLE_MEMBER, row.responsibleMember()));
            }
        }
    }

    private void lockApproved(int year) {
        PlanStatus status = heads.lockStatus(year)
                .orElseThrow(() -> Refusal.unknown("plan-unknown", "Chưa có kế hoạch năm %d.".formatted(year)));
        if (status == PlanStatus.CLOSED) {
            throw Refusal.conflict("plan-closed", "Kế hoạch năm %d đã tổng kết, không sửa được.".formatted(year));
        }
        if (status != PlanStatus.APPROVED) {
            throw Refusal.conflict(
                    "plan-not-approved",
                    "Kế hoạch năm %d chưa được phê duyệt: hãy sửa dự thảo, không cần điều chỉnh.".formatted(year));
        }
    }

    private static Map<String, @Nullable Object> columns(PlanTargets targets) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("target_surveys", targets.of(Measure.SURVEY));
        columns.put("target_meetings", targets.of(Measure.MEETING));
        columns.put("target_unions", targets.of(Measure.UNION));
        columns.put("target_cells", targets.of(Measure.CELL));
        columns.put("target_admissions", targets.of(Measure.ADMISSION));
        return columns;
    }

    private static String reason(Body body) {
        return ReturnReason.longEnough(
                new FieldName("reason", "Lý do"),
                body.required("reason", "Lý do", body.lines("reason", "Lý do", LONGEST_REASON)));
    }

    private void audited(int year, String what, int id) {
        audit.record(AuditEntry.of(AuditAction.PLAN_CHANGED, "Plan", Integer.toString(year))
                .changing(what, null, Integer.toString(id)));
    }
}
