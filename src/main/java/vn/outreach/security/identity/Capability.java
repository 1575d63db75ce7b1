package vn.outreach.security.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a unit may do beside its processes, by {@code capabilities} in {@code units.yml}: there {@code READS_CONTACTS}
 * is written {@code readsContacts}. The code asks for one of these and never for a unit.
 */
public enum Capability {
    /** Beside a unit's own group: its members head the other units that they belong to. */
    HEADS_UNITS,
    /** Carries the admissions of enterprises that have no cell of their own yet, and introduces people everywhere. */
    HOSTS_ADMISSIONS(true),
    /** Decides an admission where {@code outreach.deciding-body} names no other group. */
    DECIDES_ADMISSIONS(true),
    /** Confirms a cell's vote where the cell has no second member who could. */
    CONFIRMS_VOTES,
    /** Sees the admissions of all enterprises, whoever carries them. */
    SEES_ADMISSIONS,
    /** Introduces candidates of every enterprise. */
    INTRODUCES_CANDIDATES,
    /** Writes every candidate's row, and still reads one that waits for its erasure. */
    ANSWERS_FOR_CANDIDATES,
    /** Reports what happened at an enterprise. */
    REPORTS_ON_ENTERPRISES,
    /** Reports what happened to any candidate. */
    REPORTS_ON_CANDIDATES,
    /** Writes rows of the register of enterprises. */
    WRITES_REGISTER,
    /** Writes rows of the register from lists. */
    IMPORTS_REGISTER,
    /** Writes the list of enterprises of a year's plan. */
    WRITES_PLANS,
    /** Corrects what another person recorded: rows of the ledger, and of the contact log if it is theirs to write. */
    CORRECTS_RECORDS,
    /** Extends the limit of another person's task. */
    DECIDES_EXTENSIONS,
    /** Reads what was noted about owners and contacts without working with them. */
    READS_CONTACTS,
    /** Reads what a report says in words; its figures are everybody's. */
    READS_REPORTS,
    /** Reads notices to other people; those about an admission only with {@link #SEES_ADMISSIONS}. */
    READS_NOTIFICATIONS,
    /** Sees of all notices whether they arrived; of those about an admission nothing else. */
    SEES_NOTICES,
    /** Sees what is overdue in every unit. */
    READS_OVERDUE,
    /** Is told of what is overdue for long, and of what is overdue where no head is there. */
    TOLD_OF_OVERDUE,
    /** Keeps the list of zones and their spellings. */
    KEEPS_ZONES,
    /** Sets the days off. */
    KEEPS_HOLIDAYS,
    /** Replaces the templates that papers are drafted from. */
    KEEPS_TEMPLATES;

    /** What Camunda's administrators may do too. Their group is in no file, so that no file gives them admissions. */
    static final Set<Capability> OF_ADMINISTRATORS =
            EnumSet.of(WRITES_REGISTER, READS_NOTIFICATIONS, SEES_NOTICES, KEEPS_HOLIDAYS, KEEPS_TEMPLATES);

    private final boolean ofOneUnit;
    private final String word;

    Capability() {
        this(false);
    }

    Capability(boolean ofOneUnit) {
        this.ofOneUnit = ofOneUnit;
        String joined = Arrays.stream(name().split("_"))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        this.word = Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }

    /** Whether exactly one unit has it, because a step goes to the unit that does. */
    boolean isOfOneUnit() {
        return ofOneUnit;
    }

    /** The name in {@code units.yml}. */
    String word() {
        return word;
    }
}
