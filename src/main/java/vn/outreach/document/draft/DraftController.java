package vn.outreach.document.draft;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.FileAnswer;

/**
 * {@code /api/v1/tasks/{id}/drafts}: which drafts a task offers, open or over, and one made of them; and the tasks of
 * an enterprise that offer some.
 */
@RestController
class DraftController {

    private static final int LONGEST_NAME = 100;

    private final PaperDrafts drafts;
    private final Enterprises enterprises;
    private final CurrentUserProvider asking;

    DraftController(PaperDrafts drafts, Enterprises enterprises, CurrentUserProvider asking) {
        this.drafts = drafts;
        this.enterprises = enterprises;
        this.asking = asking;
    }

    /**
     * {@code made}: what was drafted in the task's process before, the newest first. {@code doneOn} is the day of the
     * act, null while the task is open.
     */
    record TaskDrafts(String taskId, String name, LocalDate doneOn, List<Offered> offered, List<MadeBefore> made) {}

    record Offered(String template, String title) {}

    record MadeBefore(
            long id,
            String template,
            String title,
            String number,
            String taskId,
            Long paperId,
            OffsetDateTime madeAt) {}

    @GetMapping("/api/v1/tasks/{id}/drafts")
    TaskDrafts of(@PathVariable String id) {
        return told(drafts.at(id, asking.current()));
    }

    @GetMapping("/api/v1/enterprises/{taxCode}/drafts")
    List<TaskDrafts> ofEnterprise(@PathVariable String taxCode) {
        enterprises.require(taxCode);
        return drafts.ofEnterprise(taxCode, asking.current()).stream()
                .map(this::told)
                .toList();
    }

    private TaskDrafts told(PaperDrafts.DraftTask task) {
        List<Offered> offered = task.offered().stream()
                .map(template -> new Offered(template.fileName(), template.title()))
                .toList();
        List<MadeBefore> made = drafts.madeIn(task).stream()
                .map(draft -> new MadeBefore(
                        draft.id(),
                        draft.template().fileName(),
                        draft.template().title(),
                        draft.number(),
                        draft.taskId(),
                        draft.paperId(),
                        draft.madeAt()))
                .toList();
        return new TaskDrafts(
                task.task().taskId(),
                task.name(),
                task.record() == null ? null : task.record().occurredOn(),
                offered,
                made);
    }

    @PostMapping("/api/v1/tasks/{id}/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    PaperDrafts.Made make(@PathVariable String id, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("template", "after"));
        String name = body.required("template", "Mẫu văn bản", body.text("template", "Mẫu văn bản", LONGEST_NAME));
        DraftTemplate template = DraftTemplate.find(name)
                .orElseThrow(() ->
                        Refusal.invalid("field-choice", "template", "Không có mẫu văn bản “%s”.".formatted(name)));
        Integer after = body.whole("after", "Dự thảo trước", 0, Integer.MAX_VALUE);
        return drafts.make(id, template, after == null ? 0 : after, asking.current());
    }

    /** The file of a draft that is no enterprise's paper: the year's plan. */
    @GetMapping("/api/v1/tasks/{id}/drafts/{draft}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable long draft) {
        DraftRows.KeptDraft kept = drafts.kept(id, draft, asking.current())
                .orElseThrow(() ->
                        Refusal.unknown("draft-unknown", "Việc này không có dự thảo mang mã %d.".formatted(draft)));
        return ResponseEntity.ok()
                .contentType(TemplateController.WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.attachment(kept.fileName()))
                .body(kept.content());
    }
}
