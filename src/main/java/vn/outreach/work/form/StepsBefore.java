package vn.outreach.work.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.EarlierSteps;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.register.ledger.ResultNames;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PeopleNames;

/** What the steps before a task left for whoever opens its form now, in words. */
@Component
public class StepsBefore {

    private final EarlierSteps steps;
    private final OpenForms forms;
    private final ResultNames results;
    private final PeopleNames names;
    private final CurrentUserProvider asking;

    StepsBefore(
            EarlierSteps steps, OpenForms forms, ResultNames results, PeopleNames names, CurrentUserProvider asking) {
        this.steps = steps;
        this.forms = forms;
        this.results = results;
        this.names = names;
        this.asking = asking;
    }

    public record Person(String id, String name) {}

    /**
     * A step that came before the task.
     *
     * @param result what it came to, in words; null where a step is only done or not
     * @param said what it left for those who go on
     */
    public record Step(
            String name,
            Person person,
            LocalDate day,
            @Nullable String result,
            List<EarlierSteps.Said> said) {}

    /** The newest first. */
    List<Step> before(OpenForm form) {
        List<EarlierSteps.Recorded> left = steps.before(form.caseId(), form.processInstanceId(), asking.current());
        Map<String, String> called =
                names.of(left.stream().map(step -> step.outcome().recordedBy()).collect(Collectors.toSet()));
        return left.stream().map(step -> inWords(step, called)).toList();
    }

    private Step inWords(EarlierSteps.Recorded step, Map<String, String> called) {
        Outcome row = step.outcome();
        String result = Done.DONE.name().equals(row.result()) ? null : results.words(row.step(), row.result());
        return new Step(
                forms.stepName(row.phase(), row.step()),
                new Person(row.recordedBy(), called.getOrDefault(row.recordedBy(), row.recordedBy())),
                row.occurredOn(),
                result,
                step.said());
    }
}
