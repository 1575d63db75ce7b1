package vn.outreach.lifecycle.plan.draft;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.document.draft.PlanPaper;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.FileAnswer;

/** A plan's paper as a file of Word. */
@RestController
class PlanPaperController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PlanYears years;
    private final PlanPaper paper;
    private final CurrentUserProvider asking;

    PlanPaperController(PlanYears years, PlanPaper paper, CurrentUserProvider asking) {
        this.years = years;
        this.paper = paper;
        this.asking = asking;
    }

    /** It takes no number: an approved plan has its own, a draft has none. */
    @GetMapping("/api/v1/plans/{year}/plan.docx")
    ResponseEntity<byte[]> file(@PathVariable int year) {
        return ResponseEntity.ok()
                .contentType(WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.attachment("ke-hoach-nam-" + year + ".docx"))
                .body(paper.word(years.checked(year), asking.current()));
    }
}
