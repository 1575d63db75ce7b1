package vn.outreach.work.task;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.register.contact.LastContacts;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.web.Paging;
import vn.outreach.work.task.TaskLine.Unit;

/** Lists of open tasks: a page costs three statements, however many tasks it has. */
@Component
public class TaskList {

    private final TaskRows rows;
    private final LastContacts contacts;
    private final DueDays dueDays;

    TaskList(TaskRows rows, LastContacts contacts, DueDays dueDays) {
        this.rows = rows;
        this.contacts = contacts;
        this.dueDays = dueDays;
    }

    TaskPage find(TaskQuestion question, Paging paging, boolean count) {
        List<TaskRow> found = rows.find(question, paging);
        boolean more = found.size() > paging.size();
        return new TaskPage(
                lines(question.person(), more ? found.subList(0, paging.size()) : found),
                paging.page(),
                paging.size(),
                more,
                count ? rows.count(question) : null);
    }

    /** How many tasks are in each of the person's ready lists, by the list's name. */
    Map<String, Integer> counts(CurrentUser person) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.counts(person).forEach((list, count) -> counts.put(list.json(), count));
        return counts;
    }

    /** One task as a list has it; nothing where it is gone, or not the person's to see. */
    public Optional<TaskLine> ofId(CurrentUser person, String id) {
        return ofIds(person, List.of(id)).items().stream().findFirst();
    }

    TaskPage ofIds(CurrentUser person, List<String> ids) {
        List<TaskLine> lines = ids.isEmpty() ? List.of() : lines(person, rows.ofIds(person, ids));
        return new TaskPage(lines, 0, ids.size(), false, null);
    }

    /** The open tasks of a few enterprises, whosever they are. */
    List<TaskLine> ofEnterprises(CurrentUser person, List<String> taxCodes) {
        return taxCodes.isEmpty() ? List.of() : lines(person, rows.ofEnterprises(person, taxCodes));
    }

    private List<TaskLine> lines(CurrentUser person, List<TaskRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, List<Unit>> units =
                rows.units(found.stream().map(TaskRow::id).toList());
        Map<String, LastContacts.LastMet> last = contacts.lastMet(
                found.stream().map(TaskRow::taxCode).filter(Objects::nonNull).collect(Collectors.toSet()), person);
        return found.stream()
                .map(row -> line(row, units.getOrDefault(row.id(), List.of()), last.get(row.taxCode())))
                .toList();
    }

    private TaskLine line(TaskRow row, List<Unit> units, LastContacts.@Nullable LastMet contact) {
        LocalDate due = row.dueAt() == null ? null : row.dueAt().toLocalDate();
        Integer left = due == null ? null : dueDays.left(due);
        return new TaskLine(
                row.id(),
                row.name(),
                row.phase(),
                row.phaseName(),
                row.step(),
                row.createdAt(),
                row.dueAt(),
                left,
                due == null ? null : dueDays.unknownYear(due).orElse(null),
                left != null && left < 0,
                row.priority(),
                row.person(),
                units,
                row.enterprise(),
                contact);
    }
}
