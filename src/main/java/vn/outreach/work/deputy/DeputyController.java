package vn.outreach.work.deputy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.web.Body;

/**
 * {@code GET/POST /api/v1/deputies}, {@code POST /api/v1/deputies/{id}/end}. The absence is written first; then its
 * tasks move, each in a transaction of its own, and what fails there is tried again by {@link DeputyRun}.
 */
@RestController
class DeputyController {

    private static final int LONGEST_USER = 64;
    private static final int LONGEST_REASON = 500;

    private final AbsenceService absences;
    private final HandedTasks tasks;
    private final PeopleNames names;
    private final CurrentUserProvider asking;
    private final TransactionTemplate transaction;

    DeputyController(
            AbsenceService absences,
            HandedTasks tasks,
            PeopleNames names,
            CurrentUserProvider asking,
            TransactionTemplate transaction) {
        this.absences = absences;
        this.tasks = tasks;
        this.names = names;
        this.asking = asking;
        this.transaction = transaction;
    }

    /** Somebody by login and name. */
    record Person(String id, String name) {}

    /** An absence as people read it; {@code moved} only where tasks have just come or gone. */
    record ShownAbsence(
            long id,
            Person person,
            Person deputy,
            DeputyMode mode,
            LocalDate from,
            LocalDate to,
            String reason,
            Absence.State state,
            Person createdBy,
            @Nullable OffsetDateTime createdAt,
            @Nullable OffsetDateTime endedAt,
            boolean mayEnd,
            @Nullable Integer moved) {}

    @GetMapping("/api/v1/deputies")
    List<ShownAbsence> list() {
        return shown(absences.seenBy(asking.current()), null);
    }

    /** Whom the asking person may send away. */
    @GetMapping("/api/v1/deputies/people")
    List<Person> people() {
        return people(absences.peopleOf(asking.current()));
    }

    /** Who can stand in for somebody; without a name, for the asking person. */
    @GetMapping("/api/v1/deputies/candidates")
    List<Person> candidates(@RequestParam(required = false) String person) {
        CurrentUser user = asking.current();
        return people(absences.candidates(person == null ? user.id() : person, user));
    }

    @PostMapping("/api/v1/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    ShownAbsence create(@RequestBody Map<String, Object> json) {
        CurrentUser user = asking.current();
        Absence wanted = wanted(Body.of(json, Set.of("person", "deputy", "mode", "from", "to", "reason")), user);
        Absence absence = transaction.execute(status -> absences.create(wanted, user));
        return shown(List.of(absence), absences.runs(absence) ? tasks.handOver(absence) : 0)
                .get(0);
    }

    @PostMapping("/api/v1/deputies/{id}/end")
    ShownAbsence end(@PathVariable long id) {
        CurrentUser user = asking.current();
        Absence absence = transaction.execute(status -> absences.end(id, user));
        return shown(List.of(absence), tasks.giveBack(absence)).get(0);
    }

    private static Absence wanted(Body body, CurrentUser user) {
        String person = body.text("person", "Người vắng mặt", LONGEST_USER);
        return new Absence(
                0,
                person == null ? user.id() : person,
                body.required("deputy", "Người thay", body.text("deputy", "Người thay", LONGEST_USER)),
                body.required("mode", "Cách thay", body.choice("mode", "Cách thay", DeputyMode.class)),
                body.required("from", "Ngày bắt đầu", body.date("from", "Ngày bắt đầu")),
                body.required("to", "Ngày cuối", body.date("to", "Ngày cuối")),
                body.required("reason", "Lý do", body.lines("reason", "Lý do", LONGEST_REASON)),
                user.id(),
                null,
                null,
                null);
    }

    private List<ShownAbsence> shown(List<Absence> some, @Nullable Integer moved) {
        CurrentUser reader = asking.current();
        Map<String, String> called = names.of(some.stream()
                .flatMap(a -> Stream.of(a.person(), a.deputy(), a.createdBy()))
                .collect(Collectors.toSet()));
        return some.stream()
                .map(a -> new ShownAbsence(
                        a.id(),
                        person(a.person(), called),
                        person(a.deputy(), called),
                        a.mode(),
                        a.firstDay(),
                        a.lastDay(),
                        a.reason(),
                        absences.stateOf(a),
                        person(a.createdBy(), called),
                        a.createdAt(),
                        a.endedAt(),
                        absences.mayEnd(reader, a),
                        moved))
                .toList();
    }

    private List<Person> people(Collection<String> ids) {
        Map<String, String> called = names.of(ids);
        return ids.stream()
                .map(id -> person(id, called))
                .sorted(Comparator.comparing(Person::name, VietnameseOrder.OF_PEOPLE))
                .toList();
    }

    private static Person person(String id, Map<String, String> called) {
        return new Person(id, called.getOrDefault(id, id));
    }
}
