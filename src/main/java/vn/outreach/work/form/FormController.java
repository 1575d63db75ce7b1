package vn.outreach.work.form;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PersonalData;
import vn.outreach.web.Body;

/**
 * The form of a task as its page needs it beside the file: what is known of each field, the person's draft, what
 * earlier steps left, and the papers that a decision stands on.
 */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class FormController {

    private final OpenForms forms;
    private final KnownAnswers known;
    private final Drafts drafts;
    private final StepsBefore steps;
    private final DecisionPapers papers;
    private final CurrentUserProvider asking;

    FormController(
            OpenForms forms,
            KnownAnswers known,
            Drafts drafts,
            StepsBefore steps,
            DecisionPapers papers,
            CurrentUserProvider asking) {
        this.forms = forms;
        this.known = known;
        this.drafts = drafts;
        this.steps = steps;
        this.papers = papers;
        this.asking = asking;
    }

    /** @param known what a figure is compared with before it is sent, or null */
    record Field(
            String id,
            String key,
            String label,
            String type,
            @Nullable Object known) {}

    /**
     * @param draftSavedAt when the person saved a draft, or null
     * @param earlier the newest first
     * @param papers what a decision stands on
     */
    record Form(
            List<Field> fields,
            @Nullable OffsetDateTime draftSavedAt,
            List<StepsBefore.Step> earlier,
            List<DecisionPapers.DecisionPaper> papers) {}

    @GetMapping("/form")
    Form form(@PathVariable String id) {
        OpenForm form = forms.require(id);
        Map<String, Object> compared = known.compared(form);
        return new Form(
                form.fields().stream()
                        .map(field -> new Field(
                                field.id(), field.key(), field.label(), field.type(), compared.get(field.key())))
                        .toList(),
                drafts.find(id, asking.current().id())
                        .map(Drafts.Draft::savedAt)
                        .orElse(null),
                steps.before(form),
                papers.of(form));
    }

    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void save(@PathVariable String id, @RequestBody Map<String, Object> answers) {
        Set<String> keys =
                forms.require(id).fields().stream().map(FormField::key).collect(Collectors.toSet());
        Body.of(answers, keys);
        drafts.save(id, asking.current().id(), PersonalData.consented(answers));
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void drop(@PathVariable String id) {
        forms.require(id);
        drafts.drop(id, asking.current().id());
    }
}
