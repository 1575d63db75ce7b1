package vn.outreach.work.form;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.CurrentUserProvider;

/** What whoever opens the form of a task is told beside its file. */
@Component
public class OpenedForms {

    private final KnownAnswers known;
    private final Drafts drafts;
    private final StepsBefore steps;
    private final DecisionPapers papers;
    private final CurrentUserProvider asking;

    OpenedForms(
            KnownAnswers known, Drafts drafts, StepsBefore steps, DecisionPapers papers, CurrentUserProvider asking) {
        this.known = known;
        this.drafts = drafts;
        this.steps = steps;
        this.papers = papers;
        this.asking = asking;
    }

    /** @param known what a figure is compared with before it is sent, or null */
    public record Field(
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
    public record Opened(
            List<Field> fields,
            @Nullable OffsetDateTime draftSavedAt,
            List<StepsBefore.Step> earlier,
            List<DecisionPapers.DecisionPaper> papers) {}

    public Opened of(OpenForm form) {
        Map<String, Object> compared = known.compared(form);
        return new Opened(
                form.fields().stream()
                        .map(field -> new Field(
                                field.id(), field.key(), field.label(), field.type(), compared.get(field.key())))
                        .toList(),
                drafts.find(form.taskId(), asking.current().id())
                        .map(Drafts.Draft::savedAt)
                        .orElse(null),
                steps.before(form),
                papers.of(form));
    }
}
