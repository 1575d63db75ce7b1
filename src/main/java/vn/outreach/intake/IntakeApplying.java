package vn.outreach.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import vn.outreach.base.background.Background;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.Intake.Mode;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.intake.IntakeTarget.Written;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.ActingAs;
import vn.outreach.security.identity.CurrentUserProvider;

/**
 * Writes lists that somebody ordered to be written, batch by batch, each in a transaction of its own that also notes
 * which rows are written: a node that dies leaves nothing half written, and another goes on.
 */
@Component
class IntakeApplying implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeApplying.class);

    private final Intakes intakes;
    private final IntakeRows rows;
    private final IntakeTargets targets;
    private final IntakeSettings settings;
    private final TransactionOperations transaction;
    private final ActingAs people;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;
    private final Clock clock;

    IntakeApplying(
            Intakes intakes,
            IntakeRows rows,
            IntakeTargets targets,
            IntakeSettings settings,
            TransactionOperations transaction,
            ActingAs people,
            CurrentUserProvider asking,
            AuditTrail audit,
            Clock clock) {
        this.intakes = intakes;
        this.rows = rows;
        this.targets = targets;
        this.settings = settings;
        this.transaction = transaction;
        this.people = people;
        this.asking = asking;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Nạp danh sách từ Excel";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void pass() {
        for (long id : intakes.applying()) {
            while (batch(id)) {
                // One batch after the other, each of which is seen as soon as it is written.
            }
        }
    }

    /** Writes some rows; false once there is nothing left to do here. */
    private boolean batch(long id) {
        Intake ordered = intakes.find(id).orElse(null);
        String person = ordered == null ? null : ordered.appliedBy();
        if (ordered == null || person == null) {
            return false;
        }
        if (targets.of(ordered.kind()).isActs() && oneByOne(id, person)) {
            return true;
        }
        try {
            return people.actingAs(
                    person,
                    () -> inTransaction(status -> intakes.takeApplying(id)
                            .map(intake -> intake.mode() == Mode.ALL_OR_NOTHING ? whole(intake, status) : some(intake))
                            .orElse(false)));
        } catch (NotWhole refused) {
            transaction.executeWithoutResult(status -> {
                rows.judged(id, refused.rows);
                intakes.failed(
                        id,
                        IntakeState.CHECKED,
                        "Chưa nạp dòng nào: %s dòng không ghi được.".formatted(WholeNumber.shown(refused.rows.size())));
            });
            return false;
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException again) {
            // The database is busy or away: the next pass goes on.
            throw again;
        } catch (Refusal refused) {
            // What holds for the whole list changed since it was ordered, such as the state of its plan.
            transaction.executeWithoutResult(status -> intakes.failed(id, IntakeState.FAILED, refused.getMessage()));
            return false;
        } catch (RuntimeException fault) {
            LOG.warn("A batch of list {} was not written, its rows are tried one by one", id, fault);
            return oneByOne(id, person);
        }
    }

    /**
     * Each row in a transaction of its own: for rows that are acts, and after a batch that failed, where one row would
     * keep all others waiting. False once there is nothing left to do here.
     */
    private boolean oneByOne(long id, String person) {
        List<Kept> next = rows.toWrite(id, settings.batch());
        for (Kept row : next) {
            try {
                boolean taken = people.actingAs(
                        person,
                        () -> inTransaction(status -> intakes.takeApplying(id)
                                .map(intake -> {
                                    rows.findToWrite(id, row.number())
                                            .ifPresent(there -> write(intake, List.of(there)));
                                    return true;
                                })
                                .orElse(false)));
                if (!taken) {
                    // Another node writes this list.
                    return false;
                }
            } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException again) {
                throw again;
            } catch (RuntimeException failed) {
                Judged judged = notWritten(row, failed);
                transaction.executeWithoutResult(status -> rows.judged(id, List.of(row.with(judged))));
            }
        }
        return !next.isEmpty();
    }

    /** What a rule says of an act, or that the fault is ours. */
    private static Judged notWritten(Kept row, RuntimeException failed) {
        Refusal refusal = Refusal.in(failed);
        Finding finding;
        if (refusal == null) {
            LOG.error("Row {} of a list cannot be written", row.number(), failed);
            finding = row.row(Map.of())
                    .refused(
                            "not-written",
                            null,
                            "hệ thống gặp lỗi khi ghi dòng này; quản trị viên đọc được trong nhật ký");
        } else {
            finding = row.row(Map.of()).refused(refusal);
        }
        return new Judged(RowState.REFUSED, row.taxCode(), row.comparedWith(), List.of(finding), row.changes());
    }

    private boolean some(Intake intake) {
        List<Kept> next = rows.toWrite(intake.id(), settings.batch());
        if (next.isEmpty()) {
            end(intake);
            return false;
        }
        write(intake, next);
        return true;
    }

    private boolean whole(Intake intake, TransactionStatus status) {
        List<Kept> all = rows.toWrite(intake.id(), Integer.MAX_VALUE);
        List<Kept> open = write(intake, all);
        if (!open.isEmpty()) {
            status.setRollbackOnly();
            throw new NotWhole(open);
        }
        end(intake);
        return false;
    }

    /** Writes these rows and answers those that could not be. */
    private List<Kept> write(Intake intake, List<Kept> some) {
        IntakeTarget target = targets.of(intake.kind());
        target.mustTake(intake.list());
        Map<Integer, Kept> byNumber = some.stream().collect(Collectors.toMap(Kept::number, Function.identity()));
        List<Written> outcomes = target.write(intake.list(), IntakeJudge.rows(some, target), asking.current());
        List<Written> written = new ArrayList<>();
        List<Kept> open = new ArrayList<>();
        for (Written outcome : outcomes) {
            if (outcome.judged().state().isWritten()) {
                written.add(outcome);
            } else {
                open.add(Optional.ofNullable(byNumber.get(outcome.number()))
                        .orElseThrow()
                        .with(outcome.judged()));
            }
        }
        rows.written(intake.id(), written, clock.instant());
        rows.judged(intake.id(), open);
        return open;
    }

    private void end(Intake intake) {
        intakes.state(intake.id(), IntakeState.APPLIED);
        IntakeRows.Sums sums = rows.sums(intake.id());
        audit.record(AuditEntry.of(AuditAction.LIST_APPLIED, "Intake", Long.toString(intake.id()))
                .changing(intake.kind().name(), intake.fileName(), Integer.toString(sums.written())));
        LOG.info("List {} is written: {} rows", intake.id(), sums.written());
    }

    private boolean inTransaction(Function<TransactionStatus, Boolean> work) {
        return Boolean.TRUE.equals(transaction.execute(work::apply));
    }

    /** Rows against which something stands, where all were to be written or none. */
    private static final class NotWhole extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Kept> rows;

        NotWhole(List<Kept> rows) {
            super(null, null, false, false);
            this.rows = rows;
        }
    }
}
