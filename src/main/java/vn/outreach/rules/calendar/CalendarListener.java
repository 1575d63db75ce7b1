package vn.outreach.rules.calendar;

/** Who counts limits by the table of days. */
public interface CalendarListener {

    /** How many limits that are open now would end on another day by these days. */
    int moving(OfficeCalendar days);

    /** The days count otherwise from the end of this transaction on. */
    void changed();
}
