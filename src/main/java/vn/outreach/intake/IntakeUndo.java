package vn.outreach.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUser;

/** Takes a list back that was written: what nobody worked on since. */
@Service
class IntakeUndo {

    private final Intakes intakes;
    private final IntakeRows rows;
    private final IntakeTargets targets;
    private final IntakeSettings settings;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final Clock clock;

    IntakeUndo(
            Intakes intakes,
            IntakeRows rows,
            IntakeTargets targets,
            IntakeSettings settings,
            TransactionOperations transaction,
            AuditTrail audit,
            Clock clock) {
        this.intakes = intakes;
        this.rows = rows;
        this.targets = targets;
        this.settings = settings;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes back what nobody worked on since; the rows that stay are told with the reason. */
    void undo(long id, String reason, CurrentUser person) {
        Intake intake = intakes.require(id);
        targets.of(intake.kind()).mustWrite(person);
        if (intake.state() != IntakeState.APPLIED) {
            throw Refusal.conflict("intake-state", "Chỉ hoàn tác được danh sách đã nạp.");
        }
        if (targets.of(intake.kind()).isActs()) {
            throw Refusal.conflict(
                    "intake-acts", "Việc đã hoàn thành không hoàn tác được; hãy đính chính từng kết quả khảo sát.");
        }
        Instant applied = Optional.ofNullable(intake.appliedAt()).orElse(intake.sentAt());
        if (clock.instant().isAfter(applied.plus(settings.undoFor()))) {
            throw Refusal.conflict(
                    "intake-undo-late",
                    "Chỉ hoàn tác được trong %s ngày kể từ khi nạp."
                            .formatted(WholeNumber.shown(settings.undoFor().toDays())));
        }
        IntakeTarget target = targets.of(intake.kind());
        int last = 0;
        for (List<Kept> some = rows.written(id, last, settings.batch());
                !some.isEmpty();
                some = rows.written(id, last, settings.batch())) {
            List<Kept> batch = some;
            transaction.executeWithoutResult(status -> {
                intakes.lock(id);
                batch.forEach(row -> rows.takenBack(
                        id, row.number(), clock.instant(), target.takeBack(intake.list(), taken(row), person)));
            });
            last = batch.get(batch.size() - 1).number();
        }
        transaction.executeWithoutResult(status -> {
            intakes.undone(id, person.id(), clock.instant(), reason);
            IntakeRows.Sums sums = rows.sums(id);
            audit.record(AuditEntry.of(AuditAction.LIST_UNDONE, "Intake", Long.toString(id))
                    .changing("rows", Integer.toString(sums.written()), Integer.toString(sums.undone())));
        });
    }

    private static IntakeTarget.Taken taken(Kept row) {
        return new IntakeTarget.Taken(
                row.number(),
                String.valueOf(row.taxCode()),
                row.writtenOver(),
                row.writtenVersion(),
                Optional.ofNullable(row.appliedAt()).orElseThrow());
    }
}
