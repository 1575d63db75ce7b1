package vn.outreach.work.load;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.Memberships;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.work.deputy.Absence;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.deputy.DeputyMode;

/**
 * {@code GET /api/v1/load}: how much each member of a headed unit has to do, and {@code /{user}}: which tasks these
 * are.
 */
@RestController
class LoadController {

    private static final int MOST_TASKS = 500;

    private final LoadWorkflow loads;
    private final Deputies deputies;
    private final WorkUnits units;
    private final Memberships people;
    private final PeopleNames names;
    private final CurrentUserProvider asking;

    LoadController(
            LoadWorkflow loads,
            Deputies deputies,
            WorkUnits units,
            Memberships people,
            PeopleNames names,
            CurrentUserProvider asking) {
        this.loads = loads;
        this.deputies = deputies;
        this.units = units;
        this.people = people;
        this.names = names;
        this.asking = asking;
    }

    /** {@code away} is today's absence or the next one, or null. */
    record Member(
            String id,
            String name,
            long open,
            long overdue,
            long soon,
            @Nullable Away away) {}

    record Away(LocalDate from, LocalDate to, String deputy, DeputyMode mode) {}

    /** Somebody who does no such work any more and still holds tasks of the unit. */
    record Inactive(String id, String name, long open) {}

    /** {@code unclaimed} tasks wait for any of the members. */
    record Unit(String id, String name, long unclaimed, List<Member> members, List<Inactive> inactive) {}

    record MembersTasks(List<String> ids) {}

    @GetMapping("/api/v1/load")
    List<Unit> load() {
        return headed().stream().map(this::unit).toList();
    }

    /** The ids of a member's open tasks, what is due first, first; of somebody inactive those of the headed units. */
    @GetMapping("/api/v1/load/{user}")
    MembersTasks tasks(@PathVariable String user) {
        Set<String> headed = headed();
        if (headed.stream().noneMatch(unit -> people.membersOf(unit).contains(user))) {
            List<String> left = loads.tasksOfInactive(asking.current(), headed, user, MOST_TASKS);
            if (!left.isEmpty()) {
                return new MembersTasks(left);
            }
            throw Refusal.unknown(
                    "user-unknown", "Đơn vị đồng chí phụ trách không có người dùng “%s”.".formatted(user));
        }
        return new MembersTasks(loads.tasksOf(user, MOST_TASKS));
    }

    private Set<String> headed() {
        CurrentUser person = asking.current();
        Set<String> headed = units.headedBy(person);
        if (headed.isEmpty()) {
            throw Refusal.forbidden("wrong-person", "Chỉ phụ trách đơn vị xem được khối lượng việc của đơn vị.");
        }
        return headed;
    }

    private Unit unit(String unit) {
        Collection<String> members = people.membersOf(unit);
        Map<String, Absence> next = deputies.nextOf(members).stream()
                .collect(Collectors.toMap(Absence::person, absence -> absence, (first, later) -> first));
        Map<String, String> called =
                names.of(Stream.concat(members.stream(), next.values().stream().map(Absence::deputy))
                        .collect(Collectors.toSet()));
        return new Unit(
                unit,
                units.nameOf(unit),
                loads.unclaimed(unit),
                members.stream()
                        .map(member -> member(member, next.get(member), called))
                        .sorted(Comparator.comparing(Member::name, VietnameseOrder.OF_PEOPLE))
                        .toList(),
                inactive(unit));
    }

    private List<Inactive> inactive(String unit) {
        Map<String, Long> held = loads.inactive(asking.current(), unit);
        Map<String, String> called = names.of(held.keySet());
        return held.entrySet().stream()
                .map(each ->
                        new Inactive(each.getKey(), called.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .toList();
    }

    private Member member(String id, @Nullable Absence away, Map<String, String> called) {
        LoadWorkflow.Load load = loads.of(id);
        return new Member(
                id,
                called.getOrDefault(id, id),
                load.open(),
                load.overdue(),
                load.soon(),
                away == null
                        ? null
                        : new Away(
                                away.firstDay(),
                                away.lastDay(),
                                called.getOrDefault(away.deputy(), away.deputy()),
                                away.mode()));
    }
}
