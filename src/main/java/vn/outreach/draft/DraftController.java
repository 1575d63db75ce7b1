package vn.outreach.draft;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.people.Asking;
import vn.outreach.refusal.Refusal;
import vn.outreach.web.Body;
import vn.outreach.web.FileAnswer;

/** {@code /api/v1/tasks/{id}/drafts}: which drafts a task offers, and one made of them. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/drafts")
class DraftController {

    private static final int LONGEST_NAME = 100;

    private final PaperDrafts drafts;
    private final Asking asking;

    DraftController(PaperDrafts drafts, Asking asking) {
        this.drafts = drafts;
        this.asking = asking;
    }

    /** {@code made}: what was drafted in the task's process before, the newest first. */
    record TaskDrafts(String taskId, List<Offered> offered, List<MadeBefore> made) {}

    record Offered(String template, String title) {}

    record MadeBefore(long id, String template, String title, String number, String taskId, Long paperId, OffsetDateTime madeAt) {}

    @GetMapping
    TaskDrafts of(@PathVariable String id) {
        List<Offered> offered = drafts.offeredAt(id, asking.current()).stream()
                .map(template -> new Offered(template.fileName(), template.title()))
                .toList();
        List<MadeBefore> made = drafts.madeIn(id).stream()
                .map(draft -> new MadeBefore(draft.id(), draft.template().fileName(), draft.template().title(),
                        draft.number(), draft.taskId(), draft.paperId(), draft.madeAt()))
                .toList();
        return new TaskDrafts(id, offered, made);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PaperDrafts.Made make(@PathVariable String id, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("template", "after"));
        String name = body.required("template", "Mẫu văn bản", body.text("template", "Mẫu văn bản", LONGEST_NAME));
        DraftTemplate template = DraftTemplate.find(name).orElseThrow(() -> Refusal.invalid("field-choice", "template",
                "Không có mẫu văn bản “%s”.".formatted(name)));
        Integer after = body.whole("after", "Dự thảo trước", 0, Integer.MAX_VALUE);
        return drafts.make(id, template, after == null ? 0 : after, asking.current());
    }

    /** The file of a draft that is no enterprise's paper: the year's plan. */
    @GetMapping("/{draft}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable long draft) {
        DraftRows.KeptDraft kept = drafts.kept(id, draft).orElseThrow(() -> Refusal.unknown("draft-unknown",
                "Việc này không có dự thảo mang mã %d.".formatted(draft)));
        return ResponseEntity.ok()
                .contentType(TemplateController.WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.attachment(kept.fileName()))
                .body(kept.content());
    }
}
