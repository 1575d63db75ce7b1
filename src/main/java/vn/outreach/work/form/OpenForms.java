package vn.outreach.work.form;

import vn.outreach.base.refusal.Refusal;

/** The forms of open tasks; the engine knows them. */
public interface OpenForms {

    /**
     * The form of a task that the asking person sees: who may not see it does not learn that it exists.
     *
     * @throws Refusal {@code task-unknown}
     */
    OpenForm require(String taskId);

    /** What people call a step of a process: the name in its drawing. */
    String stepName(String process, String step);
}
