package vn.outreach.work.task;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import vn.outreach.base.background.Background;
import vn.outreach.process.Step;
import vn.outreach.register.ledger.Extended;
import vn.outreach.rules.calendar.CalendarListener;
import vn.outreach.rules.calendar.OfficeCalendar;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.work.reminder.TaskLimits;
import vn.outreach.work.reminder.TaskLimits.Limit;

/**
 * Moves the due dates of open tasks when the days off change: those that D10 counted in working days, and no others.
 * Batch by batch, each in a transaction of its own that also notes how far it is: a node that dies leaves nothing half
 * done, and another goes on. A task that is on its day already is left alone, so that none is moved twice.
 */
@Component
class CalendarMoves implements Background, CalendarListener {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarMoves.class);
    /** As long after a change another node may count a new task by the former days, with time for its transaction. */
    private static final Duration SETTLED = WorkingDays.BELIEVED.multipliedBy(2);

    private static final Duration ONCE_MORE = Duration.ofHours(1);
    private static final int READ_AT_ONCE = 2000;

    private final CalendarChanges changes;
    private final TaskLimits limits;
    private final TaskDeadlines deadlines;
    private final TaskService tasks;
    private final EngineUsers users;
    private final WorkingDays workingDays;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int batch;

    CalendarMoves(
            CalendarChanges changes,
            TaskLimits limits,
            TaskDeadlines deadlines,
            TaskService tasks,
            EngineUsers users,
            WorkingDays workingDays,
            TransactionOperations transaction,
            Clock clock,
            @Value("${outreach.calendar.batch}") int batch) {
        this.changes = changes;
        this.limits = limits;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.users = users;
        this.workingDays = workingDays;
        this.transaction = transaction;
        this.clock = clock;
        this.batch = batch;
    }

    @Override
    public int moving(OfficeCalendar days) {
        int moving = 0;
        List<Limit> some = limits.after("", READ_AT_ONCE);
        while (!some.isEmpty()) {
            moving += (int) some.stream()
                    .filter(limit -> !limit.lastDay(days).equals(limit.due()))
                    .count();
            some = limits.after(some.get(some.size() - 1).taskId(), READ_AT_ONCE);
        }
        return moving;
    }

    @Override
    public void changed() {
        changes.add(clock.instant());
    }

    @Override
    public String title() {
        return "Dời hạn của việc đang mở theo lịch ngày nghỉ";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(2);
    }

    /** What is left after all rounds is told at once; a database that is busy or away is waited for. */
    @Override
    public int failuresUntilTold() {
        return 1;
    }

    @Override
    public void pass() {
        boolean left = false;
        try {
            for (long change : changes.due(clock.instant())) {
                Progress progress = batch(change);
                while (progress == Progress.MORE) {
                    // One batch after the other, each of which is seen as soon as it is done.
                    progress = batch(change);
                }
                left |= progress == Progress.LEFT;
            }
        } catch (RuntimeException fault) {
            if (!passes(fault)) {
                throw fault;
            }
            LOG.warn("Due dates are moved on at the next pass", fault);
        }
        if (left) {
            throw new IllegalStateException(
                    "Some due dates could not be moved for the days off; the log names their tasks");
        }
    }

    private enum Progress {
        MORE,
        /** The round is over, or another node is at it. */
        OVER,
        /** All rounds are over, and there is still a task to move. */
        LEFT
    }

    private Progress batch(long change) {
        OfficeCalendar days = workingDays.readAnew();
        try {
            return some(change, days, batch);
        } catch (RuntimeException fault) {
            if (passes(fault)) {
                throw fault;
            }
            // A task that somebody works on at this moment, or one that cannot be moved, must not hold up the others.
            LOG.warn("A batch of due dates was not moved, its tasks are tried one by one", fault);
            Progress progress = Progress.MORE;
            for (int i = 0; i < batch && progress == Progress.MORE; i++) {
                progress = alone(change, days);
            }
            return progress;
        }
    }

    /** The database is busy or away. */
    private static boolean passes(RuntimeException fault) {
        return fault instanceof TransientDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof TransactionException;
    }

    private Progress alone(long change, OfficeCalendar days) {
        try {
            return some(change, days, 1);
        } catch (RuntimeException fault) {
            if (passes(fault)) {
                throw fault;
            }
            return inTransaction(change, taken -> {
                List<Limit> next = limits.after(taken.afterTask(), 1);
                if (next.isEmpty()) {
                    return Progress.MORE;
                }
                LOG.error("The due date of task {} was not moved", next.get(0).taskId(), fault);
                changes.reached(change, next.get(0).taskId(), 0);
                return Progress.MORE;
            });
        }
    }

    private Progress some(long change, OfficeCalendar days, int most) {
        return inTransaction(change, taken -> {
            List<Limit> next = limits.after(taken.afterTask(), most);
            if (next.isEmpty()) {
                return over(taken, days);
            }
            changes.reached(change, next.get(next.size() - 1).taskId(), move(next, days, change));
            return Progress.MORE;
        });
    }

    private Progress inTransaction(long change, Function<CalendarChanges.Change, Progress> work) {
        return Objects.requireNonNullElse(
                transaction.execute(status -> changes.take(change).map(work).orElse(Progress.OVER)), Progress.OVER);
    }

    /**
     * The second round begins when no node can count by the former days any more; another one follows while there is a
     * task that could not be moved.
     */
    private Progress over(CalendarChanges.Change round, OfficeCalendar days) {
        if (round.firstRound()) {
            changes.again(round.id(), round.changedAt().plus(SETTLED));
            return Progress.OVER;
        }
        if (moving(days) > 0) {
            changes.again(round.id(), CalendarChanges.local(clock.instant().plus(ONCE_MORE)));
            return Progress.LEFT;
        }
        changes.done(round.id(), clock.instant());
        return Progress.OVER;
    }

    private int move(List<Limit> some, OfficeCalendar days, long change) {
        int moved = 0;
        for (Limit limit : some) {
            LocalDate day = limit.lastDay(days);
            Task task = day.equals(limit.due()) ? null : open(limit.taskId());
            if (task != null) {
                move(task, day, change);
                moved++;
            }
        }
        return moved;
    }

    private @Nullable Task open(String taskId) {
        return users.asSystem(() -> tasks.createTaskQuery().taskId(taskId).singleResult());
    }

    private void move(Task task, LocalDate day, long change) {
        Map<String, Object> details = Map.of(
                "step",
                Step.stepName(task.getTaskDefinitionKey()),
                "reason",
                "Lịch ngày nghỉ thay đổi",
                "due",
                day.toString());
        String key = "calendar:%d:%s:%d".formatted(change, task.getId(), clock.millis());
        deadlines.set(
                task,
                workingDays.closing(day),
                new TaskDeadlines.Change("dueDate", key, Extended.MOVED, details, null),
                deadlines.variables(task));
    }
}
