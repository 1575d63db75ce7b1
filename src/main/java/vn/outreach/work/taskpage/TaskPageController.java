package vn.outreach.work.taskpage;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.process.TaskEnterprise;
import vn.outreach.register.contact.ContactService;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.form.OpenForm;
import vn.outreach.work.form.OpenForms;
import vn.outreach.work.form.OpenedForms;
import vn.outreach.work.task.TaskLine;
import vn.outreach.work.task.TaskList;

/**
 * {@code GET /api/v1/tasks/{id}/page}: what stands beside an open task, each part as at its own address and null where
 * that address refuses it. One transaction, so that what several parts need is read once.
 */
@RestController
class TaskPageController {

    private final OpenForms forms;
    private final OpenedForms opened;
    private final TaskList tasks;
    private final ContactService contacts;
    private final Deputies deputies;
    private final CurrentUserProvider asking;

    TaskPageController(
            OpenForms forms,
            OpenedForms opened,
            TaskList tasks,
            ContactService contacts,
            Deputies deputies,
            CurrentUserProvider asking) {
        this.forms = forms;
        this.opened = opened;
        this.tasks = tasks;
        this.contacts = contacts;
        this.deputies = deputies;
        this.asking = asking;
    }

    /**
     * @param step the step of its process, as {@code meetOwner}
     * @param task as in {@code GET /api/v1/tasks?ids=}
     * @param enterprise as {@code GET /api/v1/tasks/{id}/enterprise}
     * @param form as {@code GET /api/v1/tasks/{id}/form}
     * @param contacts as {@code GET /api/v1/enterprises/{taxCode}/contacts/recent}; null where the task has no
     *     enterprise
     * @param absent who has the task and is away today, where the asking person stands in; otherwise null
     */
    record TaskPage(
            String step,
            @Nullable TaskLine task,
            TaskEnterprise enterprise,
            OpenedForms.@Nullable Opened form,
            ContactService.@Nullable Recent contacts,
            TaskLine.@Nullable Person absent) {}

    /** Read with the asking person's rights: who may not see a task does not learn that it exists. */
    @GetMapping("/api/v1/tasks/{id}/page")
    @Transactional
    public TaskPage of(@PathVariable String id) {
        CurrentUser person = asking.current();
        OpenForm form = forms.require(id);
        TaskLine task = tasks.ofId(person, id).orElse(null);
        boolean staff = person.isStaff();
        String taxCode = form.about().taxCode();
        return new TaskPage(
                form.step(),
                task,
                form.about(),
                staff ? opened.of(form) : null,
                staff && taxCode != null ? contacts.recent(taxCode, person).orElse(null) : null,
                task == null ? null : absent(task.assignee(), person));
    }

    private TaskLine.@Nullable Person absent(TaskLine.@Nullable Person holder, CurrentUser person) {
        boolean away =
                holder != null && !holder.id().equals(person.id()) && deputies.standsFor(person.id(), holder.id());
        return away ? holder : null;
    }
}
