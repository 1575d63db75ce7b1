package vn.outreach.rules.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;

/**
 * The table as it would be: changed in memory, looked at for a preview, and written by {@link HolidayChanges}. The two
 * days of a compensating pair are entered, changed and removed together.
 */
final class HolidayTable {

    private final SortedMap<LocalDate, Holiday> days = new TreeMap<>();

    HolidayTable(Collection<Holiday> rows) {
        rows.forEach(row -> days.put(row.day(), row));
    }

    /**
     * A row as somebody sent it.
     *
     * @param prefix before the names of its fields
     * @param kind null to leave it as it is, OFF for a new day
     * @param pairedWith null to leave it as it is
     */
    record Sent(
            String prefix,
            LocalDate day,
            String name,
            String source,
            boolean sure,
            @Nullable DayKind kind,
            @Nullable LocalDate pairedWith) {

        private FieldName field(String name, String label) {
            return new FieldName(prefix + name, label);
        }
    }

    /** These are all days of that year; the others go, and what belongs to them in another year too. */
    void replace(int year, List<Sent> rows) {
        List<LocalDate> kept = rows.stream().map(Sent::day).toList();
        days.keySet().stream()
                .filter(day -> day.getYear() == year && !kept.contains(day))
                .toList()
                .forEach(this::remove);
        put(rows);
    }

    /**
     * Adds or changes these days. A day that has another partner now leaves its former one without a reason, which is
     * removed.
     *
     * @throws Refusal {@code field-range}, {@code field-missing} or {@code field-choice} of the row
     */
    void put(List<Sent> rows) {
        for (Sent row : rows) {
            Holiday before = days.get(row.day());
            Holiday after = read(row, before);
            if (before != null
                    && before.pairedWith() != null
                    && (before.kind() != after.kind() || !before.pairedWith().equals(after.pairedWith()))) {
                LocalDate former = before.pairedWith();
                if (rows.stream().noneMatch(each -> each.day().equals(former))) {
                    days.remove(former);
                }
            }
            days.put(row.day(), after);
        }
        rows.forEach(this::pair);
    }

    /** Removes the day and the other one of its pair. */
    boolean remove(LocalDate day) {
        Holiday removed = days.remove(day);
        if (removed != null && removed.pairedWith() != null) {
            days.remove(removed.pairedWith());
        }
        return removed != null;
    }

    @Nullable
    Holiday find(LocalDate day) {
        return days.get(day);
    }

    /** One row as it is, without a look at its pair: what a list took back. */
    void set(Holiday row) {
        days.put(row.day(), row);
    }

    /** One row alone; the other one of its pair stays, without a partner. */
    void removeAlone(Holiday row) {
        days.remove(row.day());
        Holiday partner = row.pairedWith() == null ? null : days.get(row.pairedWith());
        if (partner != null) {
            set(partner.with(partner.kind(), null));
        }
    }

    Collection<Holiday> rows() {
        return days.values();
    }

    private static Holiday read(Sent row, @Nullable Holiday before) {
        DayKind kind = row.kind() == null ? before == null ? DayKind.OFF : before.kind() : row.kind();
        LocalDate pair = row.pairedWith();
        if (pair == null && before != null && before.kind() == kind) {
            pair = before.pairedWith();
        }
        return new Holiday(row.day(), row.name(), row.source(), row.sure(), kind, pair);
    }

    private void pair(Sent row) {
        Holiday day = days.get(row.day());
        if (day == null) {
            return;
        }
        if (day.works() && Holiday.isWeekday(day.day())) {
            throw row.field("day", "Ngày làm bù").range("phải là thứ Bảy hoặc Chủ nhật");
        }
        if (day.pairedWith() == null) {
            if (day.works()) {
                throw row.field("pairedWith", "Ngày nghỉ được làm bù").missing();
            }
            return;
        }
        Holiday partner = days.get(day.pairedWith());
        if (partner == null
                || partner.kind() == day.kind()
                || partner.pairedWith() != null && !partner.pairedWith().equals(day.day())) {
            throw Refusal.invalid(
                    "field-choice",
                    row.prefix() + "pairedWith",
                    "Ngày %s và ngày %s phải được nhập cùng nhau: một ngày nghỉ trong tuần, một ngày làm bù."
                            .formatted(Day.shown(day.day()), Day.shown(day.pairedWith())));
        }
        if (!Holiday.isWeekday(day.works() ? partner.day() : day.day())) {
            throw row.field(day.works() ? "pairedWith" : "day", "Ngày nghỉ được làm bù")
                    .range("phải là một ngày từ thứ Hai đến thứ Sáu");
        }
        if (partner.pairedWith() == null) {
            set(partner.with(partner.kind(), day.day()));
        }
    }
}
