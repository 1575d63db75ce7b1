package vn.outreach.work.profile;

import static vn.outreach.register.enterprise.EnterpriseField.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.RegisterEntry;
import vn.outreach.work.profile.Profile.Figure;
import vn.outreach.work.profile.Profile.Person;

/** The register's knowledge of one enterprise as people read it, each with the day it was true and who said so. */
final class Figures {

    private final Enterprise enterprise;
    private final Map<EnterpriseField, RegisterEntry> entries;
    private final Function<String, Person> person;
    private final List<Figure> figures = new ArrayList<>();

    private Figures(
            Enterprise enterprise, Map<EnterpriseField, RegisterEntry> entries, Function<String, Person> person) {
        this.enterprise = enterprise;
        this.entries = entries;
        this.person = person;
    }

    static List<Figure> of(
            Enterprise enterprise, Map<EnterpriseField, RegisterEntry> entries, Function<String, Person> person) {
        Figures figures = new Figures(enterprise, entries, person);
        figures.counts();
        figures.days();
        figures.circumstances();
        return List.copyOf(figures.figures);
    }

    private void counts() {
        add(WORKERS, enterprise.workers());
        add(UNION_MEMBERS, enterprise.unionMembers());
        add(YOUTH_UNION_MEMBERS, enterprise.youthUnionMembers());
        add(YOUTH_BRANCHES, enterprise.youthBranches());
        add(FULL_MEMBERS, enterprise.fullMembers());
        add(PROBATIONARY_MEMBERS, enterprise.probationaryMembers());
        add(WILLING_FULL_MEMBERS, enterprise.willingFullMembers());
    }

    private void days() {
        add(SURVEYED_ON, enterprise.surveyedOn());
        add(OWNER_AGREED_ON, enterprise.ownerAgreedOn());
        add(UNION_RECOGNISED_ON, enterprise.unionRecognisedOn());
        add(YOUTH_UNION_FOUNDED_ON, enterprise.youthUnionFoundedOn());
        add(CELL_FOUNDED_ON, enterprise.cellFoundedOn());
        if (enterprise.isClosed()) {
            add(CLOSED_ON, enterprise.closedOn());
            add(CLOSED_REASON, enterprise.closedReason());
        }
    }

    private void circumstances() {
        add(
                ACCESSIBILITY,
                enterprise.accessibility() == null
                        ? null
                        : enterprise.accessibility().label());
        add(
                OWNER_ATTITUDE,
                enterprise.ownerAttitude() == null
                        ? null
                        : enterprise.ownerAttitude().label());
        add(
                OWNERSHIP,
                enterprise.ownership() == null ? null : enterprise.ownership().label());
        add(OWNER_LANGUAGE, language(enterprise.ownerLanguage()));
        add(LEGAL_PERSON, enterprise.legalPerson());
        add(LEGAL_FORM, enterprise.legalForm());
        add(PARENT_COMPANY, enterprise.parentCompany());
        add(SECTOR, enterprise.sector());
        add(ZONE, enterprise.zone());
        add(ADDRESS, enterprise.address());
        add(PRIORITY, enterprise.priority());
        add(PRIORITY_REASON, enterprise.priorityReason());
    }

    private void add(EnterpriseField field, @Nullable Object value) {
        RegisterEntry entry = value == null ? null : entries.get(field);
        figures.add(new Figure(
                field.json(),
                field.label(),
                value,
                entry == null ? null : entry.trueOn(),
                entry == null ? null : person.apply(entry.saidBy())));
    }

    private static @Nullable String language(String code) {
        return code == null ? null : Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag("vi"));
    }
}
