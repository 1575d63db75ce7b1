package vn.outreach.work.reminder;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.web.Paging;
import vn.outreach.work.deputy.Deputies;

/**
 * Tasks whose limit has passed: one's own, those of the units that one heads, and all for who looks after the whole. It
 * blames nobody and cancels nothing.
 */
@Service
class OverdueTasks {

    private final OverdueRows rows;
    private final OverdueTold told;
    private final DueDays dueDays;
    private final WorkingDays workingDays;
    private final Deputies deputies;
    private final WorkUnits units;
    private final PeopleNames names;

    OverdueTasks(
            OverdueRows rows,
            OverdueTold told,
            DueDays dueDays,
            WorkingDays workingDays,
            Deputies deputies,
            WorkUnits units,
            PeopleNames names) {
        this.rows = rows;
        this.told = told;
        this.dueDays = dueDays;
        this.workingDays = workingDays;
        this.deputies = deputies;
        this.units = units;
        this.names = names;
    }

    Overdue find(CurrentUser person, @Nullable String unit, Paging paging, boolean count) {
        OverdueRows.Scope scope = scope(person, unit);
        List<OverdueRows.Row> found = rows.find(scope, paging.orderBy(), paging.offset(), paging.size() + 1);
        boolean more = found.size() > paging.size();
        return new Overdue(
                lines(more ? found.subList(0, paging.size()) : found, person),
                paging.page(),
                paging.size(),
                more,
                count ? rows.count(scope) : null,
                count ? unitCounts(scope(person, null)) : null);
    }

    private OverdueRows.Scope scope(CurrentUser person, @Nullable String unit) {
        Set<String> people = new HashSet<>(deputies.absentFor(person.id()));
        people.add(person.id());
        return new OverdueRows.Scope(
                dueDays.firstInTime(),
                person.can(Capability.READS_OVERDUE),
                people,
                units.of(person.groups()),
                units.headedBy(person),
                unit);
    }

    private List<Overdue.UnitCount> unitCounts(OverdueRows.Scope scope) {
        return rows.countsByUnit(scope).entrySet().stream()
                .map(each -> new Overdue.UnitCount(each.getKey(), units.nameOf(each.getKey()), each.getValue()))
                .toList();
    }

    private List<Overdue.Line> lines(List<OverdueRows.Row> found, CurrentUser person) {
        List<String> ids = found.stream().map(OverdueRows.Row::taskId).toList();
        Beside beside = new Beside(
                rows.units(ids),
                names.of(found.stream()
                        .map(OverdueRows.Row::holder)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                told.toldSince(ids));
        return found.stream().map(row -> line(row, beside, person)).toList();
    }

    /**
     * What is looked up for all lines of a page at once: by task the units and since when somebody was told, by id the
     * names.
     */
    private record Beside(Map<String, Set<String>> units, Map<String, String> names, Map<String, LocalDate> told) {}

    private Overdue.Line line(OverdueRows.Row row, Beside beside, CurrentUser person) {
        LocalDate due = row.dueAt().toLocalDate();
        boolean admission = ProcessKeys.MEMBER_ADMISSION.equals(row.processKey());
        String holder = row.holder();
        return new Overdue.Line(
                row.own() && (!admission || person.id().equals(holder)) ? row.taskId() : null,
                row.step(),
                row.name(),
                row.processKey(),
                beside.units().getOrDefault(row.taskId(), Set.of()).stream()
                        .map(unit -> new Overdue.Unit(unit, units.nameOf(unit)))
                        .toList(),
                admission || row.taxCode() == null || row.enterprise() == null
                        ? null
                        : new Overdue.Enterprise(row.taxCode(), row.enterprise(), row.zone()),
                admission || holder == null
                        ? null
                        : new Overdue.Person(holder, beside.names().getOrDefault(holder, holder)),
                workingDays.closing(due),
                -dueDays.left(due),
                dueDays.unknownYear(due).orElse(null),
                beside.told().get(row.taskId()));
    }
}
