package vn.outreach.security.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;

/**
 * Which answers about an enterprise say something about persons, and who may read them. Every path that answers them
 * asks here: the ledger, its corrections, what a form is filled with, and the engine's history, which keeps none of
 * them.
 */
@Component
public class PersonalData {

    public static final String OWNERS_MEMBERSHIP = "ownerIsPartyMember";

    private static final String OWNERS_CONSENT = "ownerConsentGiven";

    /** Answers of the survey about the owner, the contact and others who have a name. */
    public static final Set<String> FIELDS = Set.of(
            "legalRepresentative",
            "representativeNationality",
            "contactPerson",
            "contactPost",
            "contactPhone",
            "unionChair",
            OWNERS_MEMBERSHIP,
            OWNERS_CONSENT,
            "surveyors");

    private static final Set<String> OWNERS_PHASES = Set.of(ProcessKeys.SURVEY, ProcessKeys.OWNER_PERSUASION);
    /** What is written freely at these phases tells of the owner and of the people around. */
    private static final Set<String> FREE_TEXTS = Set.of("note", "reason");

    private static final String REPORT = ProcessKeys.CASE_EVENT;
    private static final String WHAT_HAPPENED = "eventType";
    private static final String OWNER_CONTACTED = "ownerContacted";

    private final String[] workers;
    private final Systems systems;

    PersonalData(Units units, Systems systems) {
        this.workers = units.units().stream()
                .filter(unit -> unit.worksOn().stream().anyMatch(OWNERS_PHASES::contains))
                .map(Units.Unit::id)
                .toArray(String[]::new);
        this.systems = systems;
    }

    /**
     * Whether an answer of a process is about persons. {@code process} may be null where it is not known. What is
     * written freely in a report may be what an owner said, which only the report as a whole tells.
     */
    public static boolean isAbout(String process, String field) {
        return FIELDS.contains(field)
                || FREE_TEXTS.contains(field) && (OWNERS_PHASES.contains(process) || REPORT.equals(process));
    }

    /** Whether it is a report that says of itself to be about something else than the owner's own words. */
    private static boolean isOfSomethingElse(String process, Map<String, Object> answers) {
        return REPORT.equals(process)
                && answers.containsKey(WHAT_HAPPENED)
                && !OWNER_CONTACTED.equals(answers.get(WHAT_HAPPENED));
    }

    /**
     * The answers without the owner's Party membership, unless the owner agreed that it is written down; no answer is
     * no consent.
     */
    public static Map<String, Object> consented(Map<String, Object> answers) {
        if (!answers.containsKey(OWNERS_MEMBERSHIP) || "true".equals(String.valueOf(answers.get(OWNERS_CONSENT)))) {
            return answers;
        }
        Map<String, Object> fewer = new LinkedHashMap<>(answers);
        fewer.remove(OWNERS_MEMBERSHIP);
        return fewer;
    }

    /** The units that survey enterprises or talk with their owners. */
    public Set<String> unitsWithOwners() {
        return Set.of(workers);
    }

    /** A member of a unit that surveys enterprises or talks with their owners; a system never is. */
    public boolean worksWithOwners(CurrentUser user) {
        return !systems.isOne(user) && user.in(workers);
    }

    /** Whoever works with owners, decides about enterprises or keeps the office's papers; a system never does. */
    public boolean mayRead(CurrentUser user) {
        return worksWithOwners(user) || !systems.isOne(user) && user.can(Capability.READS_CONTACTS);
    }

    /** The answers of a process without those that this reader may not have. */
    public Map<String, Object> readable(String process, Map<String, Object> answers, CurrentUser reader) {
        if (mayRead(reader)) {
            return answers;
        }
        boolean freely = isOfSomethingElse(process, answers);
        Map<String, Object> fewer = new LinkedHashMap<>(answers);
        fewer.keySet().removeIf(field -> freely ? FIELDS.contains(field) : isAbout(process, field));
        return fewer;
    }
}
