package vn.outreach.lifecycle.persuasion;

import static vn.outreach.lifecycle.persuasion.PersuasionProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records which papers the owner gets (userTask_chooseMaterials). */
@Component
class RecordChooseMaterialsDelegate implements JavaDelegate {

    private final PersuasionService persuasion;

    RecordChooseMaterialsDelegate(PersuasionService persuasion) {
        this.persuasion = persuasion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        persuasion.materialsChosen(Step.of(execution), MATERIALS.require(execution));
        MATERIALS_CHOSEN.set(execution, true);
    }
}
