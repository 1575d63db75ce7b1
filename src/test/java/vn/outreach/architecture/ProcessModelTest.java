package vn.outreach.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.util.ClassUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.yaml.snakeyaml.Yaml;
import vn.outreach.register.ledger.Result;

/** What every drawing keeps to, so that a person finds the code of a step, and the code the step, by its name. */
class ProcessModelTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Path FORMS = Path.of("forms");
    private static final Pattern VIETNAMESE = Pattern.compile(".*[À-ɏḀ-ỿ].*", Pattern.DOTALL);
    private static final Pattern GENERATED =
            Pattern.compile("(Activity|Gateway|Event|Flow|StartEvent|EndEvent|Process|Definitions|Message)_[0-9a-z]{7}");
    private static final Pattern CALL = Pattern.compile("\\b([a-z]\\w*)\\.(\\w+)\\(");
    private static final Pattern ASKED = Pattern.compile("\\$\\{\\s*!?\\s*\\(?(\\w+)\\s*(==|!=|>=|<=|>|<|}|&&|\\|\\|)");
    private static final Set<String> ENGINE_OBJECTS = Set.of("execution", "decisionResult", "dateTime");
    /** Set by the start listener of every process; see process/Step. */
    private static final Set<String> START_VARIABLES = Set.of(
            "enterpriseCode", "enterpriseName", "stage", "ruleVersion", "planYear", "priority", "candidateRef", "hostCell");
    private static final Set<String> STARTABLE =
            Set.of("enterpriseOutreach", "memberAdmission", "annualPlan", "caseEvent");
    /** The priority of a case must fit the models it was started with; every other rule follows the newest version. */
    private static final Set<String> DECISIONS_OF_THE_DEPLOYMENT = Set.of("outreachPriority");

    /** The contract's messages: what other systems may send. */
    private static final Set<String> MESSAGES = Set.of(
            "outreach.ownerContacted", "outreach.postingsVerified", "outreach.unionDecided", "outreach.youthUnionDecided",
            "outreach.cellDecided", "outreach.candidateIntroduced", "outreach.membershipChanged",
            "outreach.enterpriseClosed", "outreach.cellBelowMinimum", "outreach.admissionDecided",
            "outreach.fullMembershipDecided", "outreach.candidateWithdrew", "outreach.consentWithdrawn",
            "outreach.candidateMoved");

    /**
     * What the product sends itself: a candidate's row was written, so that eligibility is looked at again; a plan that an
     * earlier release approved goes on.
     */
    private static final Set<String> MESSAGES_OF_THE_PRODUCT = Set.of("outreach.amendmentProposed", "outreach.candidateChanged", "outreach.planInForce");

    /** Who checks whom: the task and the steps whose doers it keeps out, of every round or of the last one alone. */
    private static final Map<String, String> FOUR_EYES = Map.of(
            "decideCellFounding", "fourEyes prepareFoundingFile",
            "decideAdmission", "fourEyes openCandidateFile,collectOpinions,holdCellVote",
            "decideFullMembership", "fourEyes reviewProbation",
            "approveAmendment", "fourEyes proposeAmendment",
            "approvePlan", "fourEyes draftPlan",
            "approveReport", "fourEyes prepareReport",
            "confirmApplications", "fourEyesOfRound collectApplications",
            "confirmVote", "fourEyesOfRound holdCellVote");

    /** The contract's wait states: public from the first release on, never renamed. */
    private static final Map<String, Set<String>> WAIT_STATES = Map.ofEntries(
            Map.entry("enterpriseOutreach", Set.of("userTask_reviewWaiting", "userTask_handOver", "callActivity_survey",
                    "callActivity_ownerPersuasion", "callActivity_unionFounding", "callActivity_youthUnionFounding",
                    "callActivity_partyCellFounding", "callActivity_unionFoundingAgain")),
            Map.entry("survey", Set.of("userTask_scheduleSurvey", "serviceTask_sendOfficialLetter", "userTask_conductSurvey",
                    "userTask_verifyPostings")),
            Map.entry("ownerPersuasion", Set.of("userTask_chooseMaterials", "userTask_prepareMeeting", "userTask_meetOwner",
                    "userTask_reviewPaused")),
            Map.entry("unionFounding", Set.of("userTask_formFoundingBoard", "userTask_collectApplications",
                    "userTask_confirmApplications", "userTask_holdCongress", "userTask_submitUnionFile",
                    "userTask_recordUnionDecision")),
            Map.entry("youthUnionFounding", Set.of("userTask_formYouthFoundingBoard", "userTask_collectYouthApplications",
                    "userTask_holdYouthMeeting", "userTask_submitYouthFile", "userTask_recordYouthDecision")),
            Map.entry("partyCellFounding", Set.of("userTask_collectTransferWishes", "userTask_transferPostings",
                    "userTask_prepareFoundingFile", "userTask_appraiseFoundingFile", "userTask_decideCellFounding",
                    "userTask_announceCell")),
            Map.entry("memberAdmission", Set.of("userTask_recordConsent", "userTask_openCandidateFile",
                    "userTask_reviewEligibility", "userTask_collectIntroductions", "userTask_collectResolution",
                    "userTask_collectOpinions", "serviceTask_verifyPersonalHistory", "userTask_verifyPersonalHistory",
                    "userTask_holdCellVote", "userTask_confirmVote", "userTask_decideAdmission",
                    "userTask_holdCeremony", "userTask_reviewProbation", "userTask_decideFullMembership",
                    "userTask_renewDossier")),
            Map.entry("caseEvent", Set.of()),
            Map.entry("dailyDigest", Set.of()),
            Map.entry("cellRestoration", Set.of("userTask_restoreCell")),
            Map.entry("annualPlan", Set.of("userTask_draftPlan", "userTask_approvePlan", "userTask_approveAmendment", "userTask_prepareReport", "userTask_approveReport",
                    "userTask_closePlan")));

    private static Map<String, BpmnModelInstance> models;
    private static Map<String, Class<?>> beans;

    @BeforeAll
    static void readModelsAndBeans() {
        models = Models.all();
        beans = new TreeMap<>();
        SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();
        new ClassPathBeanDefinitionScanner(registry).scan("vn.outreach");
        for (String name : registry.getBeanDefinitionNames()) {
            String type = registry.getBeanDefinition(name).getBeanClassName();
            if (type != null && type.startsWith("vn.outreach")) {
                beans.put(name, ClassUtils.resolveClassName(type, null));
            }
        }
    }

    // --- the contract's names ---------------------------------------------------------------------------------------

    @Test
    void theProcessesAreThoseOfTheContract() {
        assertThat(models.keySet()).containsExactlyInAnyOrderElementsOf(WAIT_STATES.keySet());
    }

    @Test
    void theWaitStatesAreThoseOfTheContract() {
        eachModel((name, model, softly) -> {
            Set<String> waiting = ids(model, UserTask.class);
            waiting.addAll(ids(model, CallActivity.class));
            Models.elements(model, ServiceTask.class).stream()
                    .filter(ProcessModelTest::isExternal)
                    .forEach(task -> waiting.add(task.getId()));
            softly.assertThat(waiting).as(name).containsExactlyInAnyOrderElementsOf(WAIT_STATES.get(name));
        });
    }

    @Test
    void theMessagesAreThoseOfTheContract() {
        Set<String> caught = new TreeSet<>();
        eachModel((name, model, softly) -> {
            Set<String> used = Models.elements(model, MessageEventDefinition.class).stream()
                    .map(definition -> definition.getMessage().getName())
                    .collect(toSet());
            Set<String> declared = Models.elements(model, Message.class).stream().map(Message::getName).collect(toSet());
            softly.assertThat(declared).as(name + ": declared messages").isEqualTo(used);
            caught.addAll(used);
        });
        caught.removeAll(MESSAGES_OF_THE_PRODUCT);
        assertThat(caught).containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    @Test
    void peopleStartFourProcessesOnly() {
        eachModel((name, model, softly) -> softly.assertThat(Models.process(model).isCamundaStartableInTasklist())
                .as(name)
                .isEqualTo(STARTABLE.contains(name)));
    }

    // --- names and words --------------------------------------------------------------------------------------------

    @Test
    void aModelIsNamedLikeItsFile_andSaysItsRelease() {
        eachModel((name, model, softly) -> {
            assertThat(Models.elements(model, Process.class)).as(name).hasSize(1);
            Process process = Models.process(model);
            softly.assertThat(process.getId()).isEqualTo(name);
            softly.assertThat(process.isExecutable()).as(name).isTrue();
            softly.assertThat(process.getCamundaHistoryTimeToLiveString()).as(name).matches("P\\d+D");
            softly.assertThat(process.getCamundaVersionTag()).as(name).matches("\\d{4}\\.\\d+");
        });
    }

    @Test
    void everyProcessSaysWhatItIsFor() {
        eachModel((name, model, softly) -> softly.assertThat(Models.documentation(Models.process(model)))
                .as(name)
                .matches(VIETNAMESE)
                .contains("Mục đích", "Bắt đầu", "Kết thúc", "Người thực hiện", "Ghi vào"));
    }

    @Test
    void everyUserTaskSaysWhatToDo_byWhen_andOnWhatGround() {
        eachModel((name, model, softly) -> Models.elements(model, UserTask.class).forEach(task -> {
            String documentation = Models.documentation(task);
            softly.assertThat(documentation).as(what(name, task)).matches(VIETNAMESE);
            softly.assertThat(documentation).as(what(name, task)).contains("Kết quả", "Thời hạn");
            softly.assertThat(documentation).as(what(name, task)).containsAnyOf("Cơ sở", "quy định nội bộ");
        }));
    }

    @Test
    void idsSayTheirTypeAndAreNotGenerated() {
        eachModel((name, model, softly) -> {
            Models.elements(model, FlowElement.class).stream()
                    .filter(element -> prefix(element) != null)
                    .forEach(element -> softly.assertThat(element.getId())
                            .as(name)
                            .matches(prefix(element) + "_[a-z][a-zA-Z0-9]*"));
            Models.elements(model, Message.class).forEach(message -> softly.assertThat(message.getId())
                    .as(name)
                    .isEqualTo("message_" + message.getName().replaceFirst("^outreach\\.", "")));
            Models.elements(model, ModelElementInstance.class).stream()
                    .map(element -> element.getAttributeValue("id"))
                    .filter(id -> id != null && GENERATED.matcher(id).find())
                    .forEach(id -> softly.fail(name + ": generated id " + id));
        });
    }

    @Test
    void everyElementThatPeopleSeeHasItsWords() {
        eachModel((name, model, softly) -> {
            softly.assertThat(Models.process(model).getName()).as(name).matches(VIETNAMESE);
            Models.elements(model, FlowNode.class).stream()
                    .filter(ProcessModelTest::isSeen)
                    .forEach(node -> softly.assertThat(node.getName()).as(what(name, node)).isNotBlank());
        });
    }

    // --- steps ------------------------------------------------------------------------------------------------------

    @Test
    void everyServiceTaskHasItsDelegateOrItsTopic() {
        eachModel((name, model, softly) -> Models.elements(model, ServiceTask.class).forEach(task -> {
            if (isExternal(task)) {
                softly.assertThat(task.getCamundaTopic()).as(what(name, task)).isEqualTo(bare(task));
            } else {
                String bean = String.valueOf(task.getCamundaDelegateExpression()).replaceAll("^\\$\\{(\\w+)}$", "$1");
                boolean delegate = beans.containsKey(bean) && JavaDelegate.class.isAssignableFrom(beans.get(bean));
                softly.assertThat(delegate).as("%s: a delegate of the name %s", what(name, task), bean).isTrue();
            }
            softly.assertThat(task.getCamundaClass()).as(what(name, task)).isNull();
            softly.assertThat(task.getCamundaExpression()).as(what(name, task)).isNull();
        }));
    }

    @Test
    void everyDelegateIsUsedByADrawing() {
        Set<String> used = models.values().stream()
                .flatMap(model -> Models.elements(model, ServiceTask.class).stream())
                .map(ServiceTask::getCamundaDelegateExpression)
                .filter(expression -> expression != null)
                .map(expression -> expression.substring(2, expression.length() - 1))
                .collect(toSet());
        Set<String> written = beans.entrySet().stream()
                .filter(bean -> JavaDelegate.class.isAssignableFrom(bean.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
        assertThat(used).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everyAnswerIsRecordedNext() {
        eachModel((name, model, softly) -> {
            Models.elements(model, UserTask.class).forEach(task -> softly.assertThat(nextIds(task))
                    .as(what(name, task))
                    .containsExactly(recordStepOf(task)));
            Models.elements(model, ServiceTask.class).stream()
                    .filter(ProcessModelTest::isExternal)
                    .forEach(task -> softly.assertThat(nextIds(task)).as(what(name, task)).containsExactly(recordStepOf(task)));
        });
    }

    @Test
    void aMessageInsteadOfATaskFlowsIntoTheTasksRecordStep() {
        eachModel((name, model, softly) -> Models.elements(model, BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo() instanceof UserTask)
                .forEach(event -> {
                    softly.assertThat(event.cancelActivity()).as(what(name, event)).isTrue();
                    softly.assertThat(nextIds(event))
                            .as(what(name, event))
                            .containsExactly(recordStepOf(event.getAttachedTo()));
                    softly.assertThat(event.getEventDefinitions())
                            .as(what(name, event))
                            .allMatch(MessageEventDefinition.class::isInstance);
                }));
    }

    @Test
    void everyUserTaskHasAGroupAndItsForm() {
        eachModel((name, model, softly) -> Models.elements(model, UserTask.class).forEach(task -> {
            softly.assertThat(task.getCamundaCandidateGroups()).as(what(name, task)).isNotBlank();
            softly.assertThat(task.getCamundaCandidateUsers()).as(what(name, task)).isNull();
            softly.assertThat(FORMS.resolve(task.getCamundaFormRef() + ".form")).as(what(name, task)).exists();
            softly.assertThat(task.getCamundaFormRefBinding()).as(what(name, task)).isEqualTo("deployment");
            softly.assertThat(task.getCamundaDueDate()).as(what(name, task) + ": D10 sets the due date").isNull();
            softly.assertThat(task.getCamundaPriority()).as(what(name, task) + ": the rank sets the priority").isNull();
        }));
    }

    @Test
    void decisionsAndConfirmationsHaveFourEyes() {
        Map<String, String> found = new TreeMap<>();
        eachModel((name, model, softly) -> {
            Set<String> steps = ids(model, UserTask.class);
            // What is proposed over REST has no task, and stands in the ledger all the same.
            ids(model, ServiceTask.class).stream().filter(id -> id.equals("serviceTask_recordProposeAmendment"))
                    .forEach(id -> steps.add("userTask_proposeAmendment"));
            for (String kind : List.of("fourEyes", "fourEyesOfRound")) {
                Models.elements(model, UserTask.class).forEach(task -> Models.property(task, kind).ifPresent(value -> {
                    found.merge(bare(task), kind + " " + value, (one, other) -> one + " and " + other);
                    Models.names(task, kind)
                            .forEach(step -> softly.assertThat(steps).as(what(name, task)).contains("userTask_" + step));
                }));
            }
        });
        assertThat(found).containsExactlyInAnyOrderEntriesOf(FOUR_EYES);
    }

    /** What a message or an external task may carry: the form of the task that it stands for, or what is declared. */
    @Test
    void whatHasNoFormDeclaresItsFields() {
        eachModel((name, model, softly) -> {
            Models.elements(model, MessageEventDefinition.class).forEach(definition -> {
                FlowElement event = (FlowElement) definition.getParentElement();
                boolean standsForTask = event instanceof BoundaryEvent boundary && boundary.getAttachedTo() instanceof UserTask;
                softly.assertThat(Models.declares(event, "fields")).as(what(name, event)).isEqualTo(!standsForTask);
                softly.assertThat(Models.names(event, "fields")).as(what(name, event)).containsAll(Models.names(event, "requires"));
            });
            Models.elements(model, ServiceTask.class).stream()
                    .filter(ProcessModelTest::isExternal)
                    .forEach(task -> softly.assertThat(Models.names(task, "fields")).as(what(name, task)).isNotEmpty());
        });
    }

    /** {@code units.yml}: systems send the contract's messages, not the product's, and do every topic. */
    @Test
    @SuppressWarnings("unchecked")
    void systemsSendAndTakeWhatTheContractLists() throws IOException {
        String units = Files.readString(Path.of("src/main/resources/units.yml"));
        List<Map<String, Object>> listed = new Yaml().<Map<String, List<Map<String, Object>>>>load(units).get("outreach.units");
        Map<String, Object> systems = listed.stream()
                .filter(unit -> unit.get("id").equals("integrations"))
                .findFirst()
                .orElseThrow();
        Set<String> topics = models.values().stream()
                .flatMap(model -> Models.elements(model, ServiceTask.class).stream())
                .filter(ProcessModelTest::isExternal)
                .map(ServiceTask::getCamundaTopic)
                .collect(toSet());
        assertThat((List<String>) systems.get("sends")).containsExactlyInAnyOrderElementsOf(MESSAGES);
        assertThat((List<String>) systems.get("topics")).containsExactlyInAnyOrderElementsOf(topics);
        assertThat(listed.stream().filter(unit -> unit.containsKey("sends") || unit.containsKey("topics"))).hasSize(1);
    }

    // --- ways -------------------------------------------------------------------------------------------------------

    @Test
    void everyQuestionHasNamedAnswersAndADefault() {
        eachModel((name, model, softly) -> Models.elements(model, ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    softly.assertThat(gateway.getName()).as(what(name, gateway)).endsWith("?");
                    softly.assertThat(gateway.getDefault()).as(what(name, gateway) + ": default").isNotNull();
                    gateway.getOutgoing().forEach(flow -> {
                        softly.assertThat(flow.getName()).as(what(name, flow)).isNotBlank();
                        softly.assertThat(flow.getConditionExpression() == null)
                                .as(what(name, flow) + " has no condition")
                                .isEqualTo(flow.equals(gateway.getDefault()));
                    });
                }));
    }

    @Test
    void gatewaysEitherJoinOrAsk() {
        eachModel((name, model, softly) -> Models.elements(model, Gateway.class).forEach(gateway -> softly.assertThat(
                        gateway.getIncoming().size() + gateway.getOutgoing().size())
                .as(what(name, gateway))
                .isGreaterThan(2)));
    }

    @Test
    void gatewaysAskOnlyForWhatTheEngineStillKnows() {
        eachModel((name, model, softly) -> {
            Set<String> known = knownVariables(model);
            Models.elements(model, SequenceFlow.class).stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .forEach(flow -> {
                        Matcher asked = ASKED.matcher(flow.getConditionExpression().getTextContent());
                        while (asked.find()) {
                            softly.assertThat(known).as(what(name, flow)).contains(asked.group(1));
                        }
                    });
        });
    }

    @Test
    void expressionsCallBeansAndMethodsThatExist() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (Path file : Models.files(".bpmn")) {
            String text = Files.readString(file);
            Matcher expression = Pattern.compile("[$#]\\{[^}]*}").matcher(text);
            while (expression.find()) {
                Matcher call = CALL.matcher(expression.group());
                while (call.find()) {
                    if (!ENGINE_OBJECTS.contains(call.group(1))) {
                        softly.assertThat(publicMethods(call.group(1))).as(expression.group()).contains(call.group(2));
                    }
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void everyNodeIsReachedAndLeadsOn() {
        eachModel((name, model, softly) -> Models.elements(model, FlowNode.class).forEach(node -> {
            boolean entry = node instanceof StartEvent || node instanceof BoundaryEvent || isEventSubProcess(node);
            softly.assertThat(node.getIncoming().isEmpty()).as(what(name, node) + " has no way in").isEqualTo(entry);
            boolean end = node instanceof EndEvent || isEventSubProcess(node);
            softly.assertThat(node.getOutgoing().isEmpty()).as(what(name, node) + " has no way out").isEqualTo(end);
        }));
    }

    // --- results ----------------------------------------------------------------------------------------------------

    @Test
    void everyPhaseSaysItsResult() {
        eachModel((name, model, softly) -> {
            boolean ends = Models.elements(model, EndEvent.class).stream()
                    .anyMatch(end -> Models.property(end, "result").isPresent());
            if (ends || called().contains(name)) {
                softly.assertThat(Models.property(Models.process(model), "resultVariable")).as(name).isPresent();
            }
        });
    }

    @Test
    void endsNameResultsOfTheirPhase() {
        Map<String, Set<String>> results = resultsByProcess();
        eachModel((name, model, softly) -> Models.elements(model, EndEvent.class)
                .forEach(end -> Models.property(end, "result")
                        .ifPresent(result -> softly.assertThat(results.getOrDefault(name, Set.of()))
                                .as(what(name, end))
                                .contains(result))));
    }

    /** The umbrella has several ends of one result; a phase has one each. */
    @Test
    void endsAreNamedAfterTheirResult() {
        eachModel((name, model, softly) -> Models.elements(model, EndEvent.class).forEach(end -> {
            String result = Models.property(end, "result").map(ProcessModelTest::camel).orElse("");
            if (called().contains(name)) {
                softly.assertThat(end.getId()).as(name).startsWith("event_ended" + result);
            } else if (!result.isEmpty() && end.getParentElement() instanceof Process) {
                softly.assertThat(end.getId()).as(name).startsWith("event_ended");
            }
        }));
    }

    // --- calls and decisions ----------------------------------------------------------------------------------------

    @Test
    void callsPassTheKeyAndNamedVariables() {
        eachModel((name, model, softly) -> Models.elements(model, CallActivity.class).forEach(call -> {
            Collection<CamundaIn> in = extensions(call, CamundaIn.class);
            Collection<CamundaOut> out = extensions(call, CamundaOut.class);
            softly.assertThat(call.getCalledElement()).as(what(name, call)).isIn(models.keySet());
            softly.assertThat(call.getCamundaCalledElementBinding()).as(what(name, call)).isEqualTo("latest");
            softly.assertThat(in.stream().map(CamundaIn::getCamundaBusinessKey))
                    .as(what(name, call) + ": business key")
                    .contains("#{execution.processBusinessKey}");
            softly.assertThat(in.stream().map(CamundaIn::getCamundaTarget))
                    .as(what(name, call))
                    .contains("enterpriseCode", "planYear", "ruleVersion", "priority");
            softly.assertThat(in.stream().map(CamundaIn::getCamundaVariables)).as(what(name, call)).containsOnlyNulls();
            softly.assertThat(out.stream().map(CamundaOut::getCamundaVariables)).as(what(name, call)).containsOnlyNulls();
            softly.assertThat(out.stream().map(CamundaOut::getCamundaSource))
                    .as(what(name, call) + ": result")
                    .contains(resultVariable(call.getCalledElement()));
        }));
    }

    @Test
    void decisionsAreBoundExplicitly_andTheirAnswersMappedByName() {
        eachModel((name, model, softly) -> Models.elements(model, BusinessRuleTask.class).forEach(task -> {
            String decision = task.getCamundaDecisionRef();
            softly.assertThat(Models.FOLDER.resolve(decision + ".dmn")).as(what(name, task)).exists();
            softly.assertThat(task.getCamundaDecisionRefBinding())
                    .as(what(name, task))
                    .isEqualTo(DECISIONS_OF_THE_DEPLOYMENT.contains(decision) ? "deployment" : "latest");
            softly.assertThat(task.getCamundaResultVariable()).as(what(name, task)).isNull();
            softly.assertThat(outputs(task)).as(what(name, task)).isNotEmpty();
        }));
    }

    @Test
    void decisionsAreNamedLikeTheirFile_andGiveTheGroundOfEveryRule() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Path file : Models.files(".dmn")) {
            String name = Models.baseName(file);
            Element decision = one(dom(file), "decision");
            softly.assertThat(decision.getAttribute("id")).isEqualTo(name);
            softly.assertThat(decision.getAttribute("name")).as(name).matches(VIETNAMESE);
            softly.assertThat(decision.getAttribute("camunda:historyTimeToLive")).as(name).matches("P\\d+D");
            softly.assertThat(decision.getAttribute("camunda:versionTag")).as(name).matches("\\d{4}\\.\\d+");
            softly.assertThat(one(dom(file), "decisionTable").getAttribute("hitPolicy")).as(name).isIn("UNIQUE", "FIRST");
            for (Element rule : all(dom(file), "rule")) {
                softly.assertThat(all(rule, "description").stream().map(Element::getTextContent))
                        .as(name + "/" + rule.getAttribute("id"))
                        .anyMatch(ground -> ground.length() > 5);
            }
        }
        softly.assertAll();
    }

    // --- save points and drawing ------------------------------------------------------------------------------------

    @Test
    void everySavePointSaysWhy() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Path file : Models.files(".bpmn")) {
            for (Element element : all(dom(file), "*")) {
                boolean savePoint = "true".equals(element.getAttributeNS(CAMUNDA, "asyncBefore"))
                        || "true".equals(element.getAttributeNS(CAMUNDA, "asyncAfter"));
                if (savePoint) {
                    softly.assertThat(commentAbove(element)).as(file + "#" + element.getAttribute("id")).isNotBlank();
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void noSavePointStandsBeforeAWaitStateOrAStart() {
        eachModel((name, model, softly) -> Models.elements(model, FlowNode.class).stream()
                .filter(node -> node instanceof UserTask || node instanceof StartEvent
                        || node instanceof ServiceTask task && isExternal(task))
                .forEach(node -> softly.assertThat(node.isCamundaAsyncBefore()).as(what(name, node)).isFalse()));
    }

    @Test
    void everythingIsDrawn() {
        eachModel((name, model, softly) -> {
            Set<String> drawn = new TreeSet<>();
            Models.elements(model, BpmnShape.class).forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
            Models.elements(model, BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
            Models.elements(model, FlowElement.class).stream()
                    .filter(element -> prefix(element) != null)
                    .forEach(element -> softly.assertThat(drawn).as(name).contains(element.getId()));
        });
    }

    // --- reading ----------------------------------------------------------------------------------------------------

    private interface ModelCheck {
        void check(String name, BpmnModelInstance model, SoftAssertions softly);
    }

    private static void eachModel(ModelCheck check) {
        SoftAssertions softly = new SoftAssertions();
        models.forEach((name, model) -> check.check(name, model, softly));
        softly.assertAll();
    }

    private static String what(String model, FlowElement element) {
        return model + "/" + element.getId();
    }

    private static Set<String> ids(BpmnModelInstance model, Class<? extends FlowElement> type) {
        return Models.elements(model, type).stream().map(FlowElement::getId).collect(toCollection(TreeSet::new));
    }

    /** The processes that the umbrella calls: the phases. */
    private static Set<String> called() {
        return models.values().stream()
                .flatMap(model -> Models.elements(model, CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .collect(toSet());
    }

    private static boolean isExternal(ServiceTask task) {
        return "external".equals(task.getCamundaType());
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
    }

    /** Joins, forks and starts of a sub-process say enough by their shape. */
    private static boolean isSeen(FlowNode node) {
        if (node instanceof Gateway gateway) {
            return gateway.getOutgoing().size() > 1
                    && (gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway);
        }
        return !(node instanceof StartEvent start && start.getParentElement() instanceof SubProcess
                && start.getEventDefinitions().isEmpty());
    }

    private static String prefix(FlowElement element) {
        if (element instanceof Event) {
            return "event";
        }
        if (element instanceof Gateway) {
            return "gateway";
        }
        if (element instanceof SequenceFlow) {
            return "flow";
        }
        if (element instanceof FlowNode) {
            String type = element.getElementType().getTypeName();
            return type.equals("transaction") ? "subProcess" : type;
        }
        return null;
    }

    private static String bare(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    private static String recordStepOf(FlowElement task) {
        String step = bare(task);
        return "serviceTask_record" + Character.toUpperCase(step.charAt(0)) + step.substring(1);
    }

    private static List<String> nextIds(FlowNode node) {
        return node.getSucceedingNodes().list().stream().map(FlowNode::getId).toList();
    }

    private static String camel(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.split("_")) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }

    private static <T extends ModelElementInstance> Collection<T> extensions(FlowElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list();
    }

    private static Set<String> outputs(ModelElementInstance element) {
        return element.getModelInstance().getModelElementsByType(CamundaOutputParameter.class).stream()
                .filter(output -> isInside(output, element))
                .map(CamundaOutputParameter::getCamundaName)
                .collect(toSet());
    }

    private static boolean isInside(ModelElementInstance inner, ModelElementInstance outer) {
        ModelElementInstance parent = inner.getParentElement();
        return parent != null && (parent.equals(outer) || isInside(parent, outer));
    }

    private static String resultVariable(String process) {
        return models.containsKey(process)
                ? Models.property(Models.process(models.get(process)), "resultVariable").orElse("")
                : "";
    }

    /** What stays in the process scope when a record step has removed the form's other fields. */
    private static Set<String> knownVariables(BpmnModelInstance model) {
        Process process = Models.process(model);
        Set<String> known = new TreeSet<>(START_VARIABLES);
        known.addAll(Models.names(process, "variables"));
        known.addAll(Models.names(process, "resultVariable"));
        Models.elements(model, UserTask.class).forEach(task -> known.addAll(Models.names(task, "answers")));
        Models.elements(model, CallActivity.class).forEach(call -> extensions(call, CamundaOut.class)
                .forEach(out -> known.add(out.getCamundaTarget())));
        Models.elements(model, BusinessRuleTask.class).forEach(task -> known.addAll(outputs(task)));
        return known;
    }

    private static Set<String> publicMethods(String bean) {
        return beans.containsKey(bean)
                ? Stream.of(beans.get(bean).getMethods()).map(Method::getName).collect(toSet())
                : Set.of();
    }

    /** The result names of each process: constants of the enums beside the class that mirrors it. */
    private static Map<String, Set<String>> resultsByProcess() {
        Map<String, Set<String>> results = new TreeMap<>();
        Map<String, String> processes = ProductClasses.processes();
        ProductClasses.results().forEach(type -> {
            Set<String> ofProcess = results.computeIfAbsent(processes.getOrDefault(type.getPackageName(), ""), any -> new TreeSet<>());
            Stream.of(type.getEnumConstants()).forEach(constant -> ofProcess.add(((Result) constant).name()));
        });
        return results;
    }

    private static Document dom(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> all(Document document, String name) {
        return all(document.getDocumentElement(), name);
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Element one(Document document, String name) {
        List<Element> found = all(document, name);
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static String commentAbove(Element element) {
        Node before = element.getPreviousSibling();
        while (before != null && before.getNodeType() == Node.TEXT_NODE && before.getTextContent().isBlank()) {
            before = before.getPreviousSibling();
        }
        return before != null && before.getNodeType() == Node.COMMENT_NODE ? before.getTextContent() : "";
    }
}
