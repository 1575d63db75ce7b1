package vn.outreach.lifecycle.union;

import static vn.outreach.lifecycle.union.UnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records whether workers formed a founding board (userTask_formFoundingBoard). */
@Component
class RecordFormFoundingBoardDelegate implements JavaDelegate {

    private final UnionService union;

    RecordFormFoundingBoardDelegate(UnionService union) {
        this.union = union;
    }

    @Override
    public void execute(DelegateExecution execution) {
        union.boardFormed(
                Step.of(execution), FOUNDING_BOARD_FORMED.settle(execution), FOUNDING_BOARD_SIZE.find(execution));
    }
}
