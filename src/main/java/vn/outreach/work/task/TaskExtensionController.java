package vn.outreach.work.task;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/** {@code POST /api/v1/tasks/{id}/extension} {reason}. */
@RestController
class TaskExtensionController {

    private static final int LONGEST_REASON = 1000;

    private final TaskExtensions extensions;
    private final DueDays dueDays;
    private final CurrentUserProvider asking;

    TaskExtensionController(TaskExtensions extensions, DueDays dueDays, CurrentUserProvider asking) {
        this.dueDays = dueDays;
        this.extensions = extensions;
        this.asking = asking;
    }

    /**
     * The task with its new due date; {@code daysOffUnknown} is a year until then whose days off nobody has entered.
     */
    record ExtendedTask(
            String id, OffsetDateTime dueAt, @Nullable Integer daysOffUnknown) {}

    @PostMapping("/api/v1/tasks/{id}/extension")
    ExtendedTask extend(@PathVariable String id, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("reason"));
        String reason = body.required("reason", "Lý do gia hạn", body.lines("reason", "Lý do gia hạn", LONGEST_REASON));
        OffsetDateTime due = extensions.extend(id, reason, asking.current());
        return new ExtendedTask(id, due, dueDays.unknownYear(due.toLocalDate()).orElse(null));
    }
}
