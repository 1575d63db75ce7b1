package vn.outreach.document.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.process.TaskCase;
import vn.outreach.process.TaskCases;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Source;
import vn.outreach.security.identity.CurrentUserProvider;

/** {@code GET /api/v1/tasks/{id}/papers}: whose papers stand beside a task, and which its step needs. */
@RestController
class TaskPaperController {

    private final TaskCases tasks;
    private final RequiredPapers required;
    private final CurrentUserProvider asking;
    private final Clock clock;

    TaskPaperController(TaskCases tasks, RequiredPapers required, CurrentUserProvider asking, Clock clock) {
        this.tasks = tasks;
        this.required = required;
        this.asking = asking;
        this.clock = clock;
    }

    @GetMapping("/api/v1/tasks/{id}/papers")
    TaskPapers of(@PathVariable String id) {
        TaskCase task = tasks.require(id);
        return new TaskPapers(
                id, task.taxCode(), task.candidateRef(), task.phase(), task.step(), required.of(step(task)));
    }

    private LedgerEntry step(TaskCase task) {
        return new LedgerEntry(
                task.phase(),
                task.step(),
                task.processInstanceId(),
                null,
                null,
                task.taxCode(),
                task.candidateRef(),
                null,
                null,
                Source.PERSON,
                asking.current().id(),
                LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId()),
                Map.of());
    }
}
