package vn.outreach.rules.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.outreach.base.value.WholeNumber;

/** The one way in which days are changed: the rows that differ are written, and who counts by them is told. */
@Service
class HolidayChanges {

    private final Holidays holidays;
    private final WorkingDays workingDays;
    private final List<CalendarListener> listeners;
    private final TransactionOperations transaction;

    HolidayChanges(
            Holidays holidays,
            WorkingDays workingDays,
            List<CalendarListener> listeners,
            TransactionOperations transaction) {
        this.holidays = holidays;
        this.workingDays = workingDays;
        this.listeners = listeners;
        this.transaction = transaction;
    }

    /** How many open limits would end on another day after this change. Nothing is written. */
    int moving(Consumer<HolidayTable> change) {
        HolidayTable table = new HolidayTable(holidays.all());
        change.accept(table);
        OfficeCalendar days = new OfficeCalendar(table.rows());
        return listeners.stream().mapToInt(listener -> listener.moving(days)).sum();
    }

    /** What {@link #moving} found, as people are asked by before a change. */
    static String sentence(int moving) {
        return moving == 0
                ? "Không có việc đang mở nào dời hạn."
                : "%s việc đang mở sẽ dời hạn.".formatted(WholeNumber.shown(moving));
    }

    /** Writes the change, in the caller's transaction where there is one. */
    void write(Consumer<HolidayTable> change) {
        transaction.executeWithoutResult(status -> {
            List<Holiday> before = holidays.all();
            HolidayTable table = new HolidayTable(before);
            change.accept(table);
            Map<Object, Holiday> gone = new HashMap<>();
            before.forEach(row -> gone.put(row.day(), row));
            for (Holiday row : table.rows()) {
                if (!row.equals(gone.remove(row.day()))) {
                    holidays.put(row);
                }
            }
            gone.values().forEach(row -> holidays.remove(row.day()));
            if (!new OfficeCalendar(before).countsAs(new OfficeCalendar(table.rows()))) {
                listeners.forEach(CalendarListener::changed);
            }
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
        });
    }

    private final class AfterCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            workingDays.forget();
        }
    }
}
