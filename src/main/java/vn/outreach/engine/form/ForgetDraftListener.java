package vn.outreach.engine.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.outreach.work.form.FirstAnswers;

/** A task that is done, or gone, leaves no drafts of its form behind. */
@Component
public final class ForgetDraftListener implements TaskListener {

    private final FirstAnswers answers;

    ForgetDraftListener(FirstAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void notify(DelegateTask task) {
        answers.forget(task.getId());
    }
}
