package vn.outreach.lifecycle.outreachcase;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.outreach.work.task.OpenEnterpriseTasks;

/** What happens to a running case from outside of its drawing. */
@Component
class OutreachCaseWorkflow {

    private final RuntimeService runtime;
    private final OpenEnterpriseTasks tasks;

    OutreachCaseWorkflow(@Lazy RuntimeService runtime, OpenEnterpriseTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** A new rank: case and phases say so, and the open tasks get the priority that goes with it. */
    void ranked(String taxCode, int rank) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(taxCode).list().stream()
                .map(ProcessInstance::getId)
                .forEach(instance -> runtime.setVariable(instance, OutreachProcess.PRIORITY.name(), rank));
        tasks.ranked(taxCode, rank);
    }
}
