package vn.outreach.lifecycle.plan.head;

import java.time.LocalDate;

/** A part of a plan's year. */
public enum PlanPeriod {
    Q1("quý I", 1, 3),
    Q2("quý II", 4, 6),
    Q3("quý III", 7, 9),
    Q4("quý IV", 10, 12),
    YEAR("năm", 1, 12);

    private final String words;
    private final int firstMonth;
    private final int lastMonth;

    PlanPeriod(String words, int firstMonth, int lastMonth) {
        this.words = words;
        this.firstMonth = firstMonth;
        this.lastMonth = lastMonth;
    }

    /** As a sentence goes on after "trong". */
    public String words() {
        return words;
    }

    public LocalDate first(int year) {
        return LocalDate.of(year, firstMonth, 1);
    }

    public LocalDate last(int year) {
        return LocalDate.of(year, lastMonth, 1).plusMonths(1).minusDays(1);
    }
}
