package vn.outreach.lifecycle.youthunion;

import static vn.outreach.lifecycle.youthunion.YouthUnionFoundingProcess.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.outreach.process.Step;

/** Records whether young workers formed a group to prepare a branch (userTask_formYouthFoundingBoard). */
@Component
class RecordFormYouthFoundingBoardDelegate implements JavaDelegate {

    private final YouthUnionService youthUnion;

    RecordFormYouthFoundingBoardDelegate(YouthUnionService youthUnion) {
        this.youthUnion = youthUnion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        youthUnion.boardFormed(
                Step.of(execution), YOUTH_BOARD_FORMED.settle(execution), YOUTH_BOARD_SIZE.find(execution));
    }
}
