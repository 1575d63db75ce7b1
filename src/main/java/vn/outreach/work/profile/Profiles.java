package vn.outreach.work.profile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ModelWords;
import vn.outreach.register.contact.LastContacts;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.OpenTask;
import vn.outreach.register.enterprise.OpenTasks;
import vn.outreach.register.enterprise.RegisterEntries;
import vn.outreach.register.enterprise.RegisterEntry;
import vn.outreach.register.enterprise.Timeline;
import vn.outreach.register.enterprise.TimelineEntry;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.register.ledger.ResultNames;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.Units;
import vn.outreach.work.profile.CaseFacts.Planned;
import vn.outreach.work.profile.CaseFacts.Running;
import vn.outreach.work.profile.Profile.Event;
import vn.outreach.work.profile.Profile.Person;
import vn.outreach.work.profile.Profile.PlanRow;
import vn.outreach.work.profile.Profile.Task;
import vn.outreach.work.profile.Profile.Waiting;
import vn.outreach.work.profile.Profile.Word;
import vn.outreach.work.reminder.ContactsDue;
import vn.outreach.work.task.SystemTasks;

/** Puts the page of an enterprise together out of what the packages know, for one reader. */
@Component
class Profiles {

    /** Enough for a look back; the rest is at {@code …/timeline}. */
    private static final int NEWEST = 100;

    private static final String ADMISSION = ProcessKeys.MEMBER_ADMISSION;
    /** The topic of letters, which a person may record where no system sends them. */
    private static final String LETTER = KnownSteps.SEND_OFFICIAL_LETTER;

    private final Enterprises enterprises;
    private final RegisterEntries entries;
    private final CaseFacts facts;
    private final PhaseStrip strip;
    private final Timeline timeline;
    private final OpenTasks openTasks;
    private final SystemTasks systemTasks;
    private final ModelWords words;
    private final ResultNames results;
    private final PeopleNames names;
    private final DueDays dueDays;
    private final ContactsDue contactsDue;
    private final LastContacts contacts;
    private final Units units;

    Profiles(
            Enterprises enterprises,
            RegisterEntries entries,
            CaseFacts facts,
            PhaseStrip strip,
            Timeline timeline,
            OpenTasks openTasks,
            SystemTasks systemTasks,
            ModelWords words,
            ResultNames results,
            PeopleNames names,
            DueDays dueDays,
            ContactsDue contactsDue,
            LastContacts contacts,
            Units units) {
        this.enterprises = enterprises;
        this.entries = entries;
        this.facts = facts;
        this.strip = strip;
        this.timeline = timeline;
        this.openTasks = openTasks;
        this.systemTasks = systemTasks;
        this.words = words;
        this.results = results;
        this.names = names;
        this.dueDays = dueDays;
        this.contactsDue = contactsDue;
        this.contacts = contacts;
        this.units = units;
    }

    /** What the packages answered, before anything is put into words. */
    private record Found(
            Enterprise enterprise,
            Map<EnterpriseField, RegisterEntry> said,
            List<Running> running,
            @Nullable Planned planned,
            List<OpenTask> tasks,
            List<TimelineEntry> newest) {

        /** Everybody whose name the page shows. */
        Set<String> people() {
            Set<String> ids = new HashSet<>();
            ids.add(enterprise.responsibleMember());
            said.values().forEach(entry -> ids.add(entry.saidBy()));
            tasks.forEach(task -> ids.add(task.assignee()));
            newest.forEach(entry -> ids.addAll(Arrays.asList(entry.user(), entry.actedFor())));
            if (planned != null) {
                ids.add(planned.responsibleMember());
            }
            ids.removeIf(Objects::isNull);
            return ids;
        }
    }

    Profile of(String taxCode, CurrentUser reader) {
        Enterprise enterprise = enterprises.require(taxCode);
        List<TimelineEntry> past = timeline.past(taxCode, reader);
        Found found = new Found(
                enterprise,
                entries.newest(taxCode),
                facts.running(taxCode),
                facts.planned(taxCode).orElse(null),
                openTasks.of(taxCode),
                past.subList(0, Math.min(NEWEST, past.size())));
        Map<String, String> called = names.of(found.people());
        Function<String, Person> person = id -> id == null ? null : new Person(id, called.getOrDefault(id, id));
        List<Profile.Phase> phases = strip.of(
                enterprise,
                found.running(),
                facts.ended(taxCode),
                reader.admissions().covers(taxCode));
        return new Profile(
                taxCode,
                enterprise.name(),
                new Word(enterprise.stage().name(), enterprise.stage().label()),
                PhaseStrip.underWay(enterprise.stage(), phases),
                Figures.of(enterprise, found.said(), person),
                person.apply(enterprise.responsibleMember()),
                phases,
                plan(found.planned(), person),
                found.tasks().stream().map(task -> task(task, person)).toList(),
                waiting(enterprise, reader),
                found.newest().stream().map(entry -> event(entry, person)).toList(),
                past.size(),
                cockpit(found.running(), reader),
                timeline.kept(reader),
                contacts.mayBeSeenBy(reader) ? contactsDue.of(taxCode).orElse(null) : null);
    }

    private @Nullable PlanRow plan(@Nullable Planned row, Function<String, Person> person) {
        return row == null
                ? null
                : new PlanRow(
                        row.year(),
                        row.status(),
                        row.admissionTarget(),
                        person.apply(row.responsibleMember()),
                        row.unit(),
                        row.unit() == null ? null : units.nameOf(row.unit()),
                        row.priority());
    }

    private Task task(OpenTask task, Function<String, Person> person) {
        LocalDate due = task.dueAt() == null ? null : task.dueAt().toLocalDate();
        return new Task(
                task.id(),
                task.name(),
                words.phase(task.phase()),
                person.apply(task.assignee()),
                task.createdAt(),
                task.dueAt(),
                due == null ? null : dueDays.left(due),
                due == null ? null : dueDays.unknownYear(due).orElse(null));
    }

    private List<Waiting> waiting(Enterprise enterprise, CurrentUser reader) {
        return systemTasks.of(enterprise.taxCode()).stream()
                .filter(task ->
                        !task.phase().equals(ADMISSION) || reader.admissions().covers(enterprise.taxCode()))
                .map(task -> new Waiting(
                        words.step(task.phase(), task.step()),
                        words.phase(task.phase()),
                        task.since(),
                        task.stopped(),
                        !task.locked() && task.topic().equals(LETTER) && systemTasks.mayDoByHand(enterprise, reader)))
                .toList();
    }

    private Event event(TimelineEntry entry, Function<String, Person> person) {
        boolean outcome = entry.kind() == TimelineEntry.Kind.OUTCOME;
        String phase = entry.phase();
        String title = outcome && phase != null ? words.step(phase, entry.step()) : entry.text();
        String code = switch (entry.kind()) {
            case OUTCOME, TASK -> null;
            case NOTICE -> entry.result();
            default -> entry.step();
        };
        return new Event(
                entry.kind().name(),
                entry.at(),
                entry.occurredOn(),
                phase == null ? null : words.phase(phase),
                title,
                outcome ? results.words(entry.step(), entry.result()) : null,
                code,
                person.apply(entry.user()),
                person.apply(entry.actedFor()),
                entry.said());
    }

    private @Nullable String cockpit(List<Running> running, CurrentUser reader) {
        if (!reader.opens("cockpit")) {
            return null;
        }
        Stream<Running> cases = running.stream().filter(now -> now.phase().equals(CaseFacts.UMBRELLA));
        return cases.map(now -> "/camunda/app/cockpit/default/#/process-instance/" + now.instance() + "/runtime")
                .findFirst()
                .orElse(null);
    }
}
