package vn.outreach.e2e;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/** One admission with words that stand nowhere else, and every path over which its data could come out. */
record RestrictedCase(String taxCode, String umbrella, String ref, String instance) {

    static final String NAME = "Lương Thị Ẩn Danh";
    static final String CONTACT = "ngõ Vắng Tanh 7";
    static final String NUMBER = "4711-QĐ/KÍN";
    static final String COMMENT = "Ý kiến Lặng Thinh";

    /** What no reader outside the contract's groups may find in any answer; the reference is judged apart. */
    static final List<String> SECRETS = List.of(
            NAME, CONTACT, NUMBER, COMMENT, "yesVotes", "eligibleVoters", "votePassed", "\"holdCellVote\"",
            "\"confirmVote\"");

    /** Every reading path of the engine's REST API and of ours that takes this case's ids or lists it among others. */
    List<String> paths(ProcessEngine engine) {
        List<String> paths = new ArrayList<>();
        instances(paths);
        histories(engine.getHistoryService(), paths);
        tasks(engine.getTaskService(), engine.getHistoryService(), paths);
        jobs(engine.getManagementService(), engine.getRuntimeService(), paths);
        variables(engine.getRuntimeService(), engine.getHistoryService(), paths);
        paths.addAll(own());
        return paths;
    }

    private void instances(List<String> paths) {
        for (String query : List.of("businessKey=" + ref, "processDefinitionKey=memberAdmission",
                "processInstanceIds=" + instance, "variables=yesVotes_gteq_1", "variables=candidateRef_eq_" + ref)) {
            paths.add("/engine-rest/process-instance?" + query);
        }
        for (String part : List.of("", "/variables", "/variables/candidateRef", "/variables/yesVotes",
                "/activity-instances", "/comment", "/variables?deserializeValues=false")) {
            paths.add("/engine-rest/process-instance/" + instance + part);
        }
        paths.add("/engine-rest/process-instance/" + umbrella + "/variables");
        paths.add("/engine-rest/execution?processInstanceId=" + instance);
        paths.add("/engine-rest/execution?processDefinitionKey=memberAdmission&processVariables=yesVotes_gteq_1");
        for (String part : List.of("", "/localVariables", "/localVariables/candidateRef")) {
            paths.add("/engine-rest/execution/" + instance + part);
        }
        paths.add("/engine-rest/event-subscription?processInstanceId=" + instance);
        paths.add("/engine-rest/incident?processInstanceId=" + instance);
        paths.add("/engine-rest/external-task?processInstanceId=" + instance);
        paths.add("/engine-rest/process-definition/statistics?incidents=true&failedJobs=true");
        paths.add("/engine-rest/process-definition/key/memberAdmission/statistics?incidents=true");
    }

    private void histories(HistoryService history, List<String> paths) {
        String definition = history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult()
                .getProcessDefinitionId();
        for (String id : List.of(instance, umbrella)) {
            for (String what : List.of("process-instance", "task", "variable-instance", "detail", "user-operation",
                    "activity-instance", "external-task-log", "job-log", "incident", "decision-instance")) {
                paths.add("/engine-rest/history/" + what + "?processInstanceId=" + id);
            }
            paths.add("/engine-rest/history/detail?variableUpdates=true&processInstanceId=" + id);
            paths.add("/engine-rest/history/process-instance/" + id);
            paths.add("/engine-rest/history/process-instance/" + id + "/comment");
        }
        paths.add("/engine-rest/history/process-instance?processInstanceBusinessKey=" + ref);
        paths.add("/engine-rest/history/process-instance?processDefinitionKey=memberAdmission&maxResults=50");
        paths.add("/engine-rest/history/process-instance?variables=candidateRef_eq_" + ref);
        paths.add("/engine-rest/history/variable-instance?variableName=candidateRef&maxResults=200");
        paths.add("/engine-rest/history/variable-instance?variableName=yesVotes&maxResults=200");
        paths.add("/engine-rest/history/user-operation?processDefinitionKey=memberAdmission&maxResults=200");
        paths.add("/engine-rest/history/process-definition/" + definition + "/statistics?completeScope=true");
        paths.add("/engine-rest/history/process-instance/report?reportType=duration&periodUnit=month");
        paths.add("/engine-rest/history/task/report?reportType=count&groupBy=taskName");
    }

    private void tasks(TaskService tasks, HistoryService history, List<String> paths) {
        for (String query : List.of("processInstanceId=" + instance, "processInstanceBusinessKey=" + ref,
                "processDefinitionKey=memberAdmission", "processVariables=yesVotes_gteq_1&processInstanceId=" + instance)) {
            paths.add("/engine-rest/task?" + query);
        }
        paths.add("/engine-rest/task/report/candidate-group-count");
        for (HistoricTaskInstance task : history.createHistoricTaskInstanceQuery().processInstanceId(instance).list()) {
            for (String part : List.of("", "/variables", "/localVariables", "/variables/yesVotes", "/variables/candidateRef",
                    "/form-variables", "/form-variables?variableNames=yesVotes", "/form", "/rendered-form",
                    "/identity-links", "/comment", "/attachment")) {
                paths.add("/engine-rest/task/" + task.getId() + part);
            }
            paths.add("/engine-rest/history/identity-link-log?taskId=" + task.getId());
            for (Comment comment : tasks.getTaskComments(task.getId())) {
                paths.add("/engine-rest/task/" + task.getId() + "/comment/" + comment.getId());
            }
            for (Attachment attachment : tasks.getTaskAttachments(task.getId())) {
                paths.add("/engine-rest/task/" + task.getId() + "/attachment/" + attachment.getId());
                paths.add("/engine-rest/task/" + task.getId() + "/attachment/" + attachment.getId() + "/data");
            }
        }
    }

    private void jobs(ManagementService management, RuntimeService runtime, List<String> paths) {
        paths.add("/engine-rest/job?processInstanceId=" + instance);
        management.createJobQuery().processInstanceId(instance).list().forEach(job -> {
            paths.add("/engine-rest/job/" + job.getId());
            paths.add("/engine-rest/job/" + job.getId() + "/stacktrace");
        });
        runtime.createIncidentQuery().processInstanceId(instance).list()
                .forEach(incident -> paths.add("/engine-rest/incident/" + incident.getId()));
    }

    private void variables(RuntimeService runtime, HistoryService history, List<String> paths) {
        paths.add("/engine-rest/variable-instance?processInstanceIdIn=" + instance);
        paths.add("/engine-rest/variable-instance?variableName=candidateRef&maxResults=200");
        paths.add("/engine-rest/variable-instance?variableName=yesVotes&maxResults=200");
        runtime.createVariableInstanceQuery().processInstanceIdIn(instance).list()
                .forEach(variable -> paths.add("/engine-rest/variable-instance/" + variable.getId()));
        for (HistoricVariableInstance variable :
                history.createHistoricVariableInstanceQuery().processInstanceId(instance).list()) {
            paths.add("/engine-rest/history/variable-instance/" + variable.getId());
        }
    }

    private List<String> own() {
        return List.of(
                "/api/v1/outcomes?size=500&sort=-id",
                "/api/v1/outcomes?size=500&enterprise=" + taxCode,
                "/api/v1/outcomes?size=500&phase=memberAdmission&sort=-id",
                "/api/v1/outcomes?size=500&enterprise=" + taxCode + "&step=holdCellVote",
                "/api/v1/enterprises/" + taxCode,
                "/api/v1/enterprises/" + taxCode + "/timeline?size=500",
                "/api/v1/enterprises/" + taxCode + "/profile",
                "/api/v1/enterprises?size=500&q=" + taxCode,
                "/api/v1/notifications?size=500&enterprise=" + taxCode,
                "/api/v1/plans/2026/rows?size=500");
    }

    /** Something written and something attached to each open task, as a member of the cell may do in the engine. */
    void comment(TaskService tasks) {
        tasks.createTaskQuery().processInstanceId(instance).list().forEach(task -> {
            tasks.createComment(task.getId(), instance, COMMENT);
            tasks.createAttachment("text/plain", task.getId(), instance, COMMENT, COMMENT,
                    new ByteArrayInputStream(COMMENT.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /** What somebody enters on the candidate's page: of age, member of the union. */
    static Map<String, Object> facts() {
        return Map.of("birthMonth", "1998-03", "schooling", "HIGHER", "certificateDate", "2026-06-01", "citizen", true,
                "isOwner", false, "readmission", false, "inYouthUnion", false, "inUnion", true);
    }
}
