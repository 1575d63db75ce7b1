package vn.outreach.work.task;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ready lists. All but {@code ALL} show what is the asking person's or is offered to one of the person's units. */
enum TaskFilter {
    TODAY,
    OVERDUE,
    SOON,
    MINE,
    UNIT,
    UNCLAIMED,
    ABSENT,
    /** Still held by somebody who does no such work any more. */
    INACTIVE,
    /** Those of one zone; the question names it. */
    ZONE,
    /** Whatever the person may see, own or not. */
    ALL;

    /** The lists of a person that a name is enough for. */
    static List<TaskFilter> ready() {
        return Stream.of(values()).filter(list -> list != ZONE && list != ALL).toList();
    }

    /** As it is asked for. */
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
