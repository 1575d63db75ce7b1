package vn.outreach.work.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What a form holds before anybody has typed, for those who open it: what is known already, and over it their own
 * draft, as far as the form still has its fields.
 */
@Service
public class FirstAnswers {

    private final KnownAnswers known;
    private final Drafts drafts;

    FirstAnswers(KnownAnswers known, Drafts drafts) {
        this.known = known;
        this.drafts = drafts;
    }

    /** Values as JSON has them (text, numbers, true or false, lists), by the field's key. */
    public Map<String, Object> of(OpenForm form, String userId) {
        Map<String, Object> answers = new LinkedHashMap<>(known.prefilled(form));
        drafts.find(form.taskId(), userId).ifPresent(draft -> answers.putAll(draft.answers()));
        Set<String> keys = form.fields().stream().map(FormField::key).collect(Collectors.toSet());
        answers.keySet().retainAll(keys);
        return answers;
    }

    /** The task is over: nothing of it is kept. */
    public void forget(String taskId) {
        drafts.dropAll(taskId);
    }
}
