package vn.outreach.security.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.Units;

/**
 * Turns groups into the few words that {@code access-rules.txt} speaks of. Units are configuration, so that file never
 * names one: what a unit is for ({@code units.yml}) says which words its members have.
 */
@Component
class Roles {

    /** No login needed. */
    static final String PUBLIC = "public";
    /** Anybody who is logged in. */
    static final String PERSON = "person";
    /** A member of a unit that opens the webapps, or of a Party cell. */
    static final String STAFF = "staff";
    /** Of these, who may open cases, plans and reports of what happened. */
    static final String STARTER = "starter";
    /** A member of a unit that opens Cockpit: reads there. */
    static final String COCKPIT = "cockpit";
    /** A system of a unit that sends messages or works on topics. */
    static final String SYSTEM = "system";

    static final String ADMIN = "admin";

    static final Set<String> WORDS = Set.of(PUBLIC, PERSON, STAFF, STARTER, COCKPIT, SYSTEM, ADMIN);

    private final Units units;

    Roles(Units units) {
        this.units = units;
    }

    Set<String> of(@Nullable Caller caller) {
        Set<String> words = new LinkedHashSet<>(List.of(PUBLIC));
        if (caller == null) {
            return words;
        }
        CurrentUser person = units.person(caller.id(), caller.groups());
        words.add(PERSON);
        add(words, ADMIN, person.isAdministrator());
        boolean inCell = person.inHostCell();
        add(words, STAFF, person.isStaff());
        add(
                words,
                STARTER,
                inCell
                        || any(
                                person,
                                unit -> !unit.apps().isEmpty() && !unit.starts().isEmpty()));
        add(words, COCKPIT, any(person, unit -> unit.apps().contains("cockpit")));
        add(words, SYSTEM, any(person, unit -> !unit.messages().isEmpty()));
        return words;
    }

    private static boolean any(CurrentUser person, Predicate<Units.Unit> kind) {
        return person.units().stream().anyMatch(kind);
    }

    private static void add(Set<String> words, String word, boolean holds) {
        if (holds) {
            words.add(word);
        }
    }
}
