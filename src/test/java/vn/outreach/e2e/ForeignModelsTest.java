package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.cmmn.Cmmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.Marker;
import vn.outreach.testing.OutreachTest;

/** Models of strangers: deploying one runs no script, reads no file of the server and calls nothing, whoever deploys it. */
class ForeignModelsTest extends OutreachTest {

    private static final String SECRET = "bi-mat-cua-may-chu";
    private static final Path SECRET_FILE = Path.of("target/attack-secret.txt").toAbsolutePath();

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    private final List<String> deployed = new ArrayList<>();
    private int made;
    private long deployments;

    @BeforeEach
    void asItIs() throws IOException {
        Files.writeString(SECRET_FILE, SECRET);
        made = Marker.made();
        deployments = repository.createDeploymentQuery().count();
    }

    @AfterEach
    void nothingRan() {
        deployed.forEach(id -> repository.deleteDeployment(id, true));
        assertThat(repository.createDeploymentQuery().count()).as("deployments").isEqualTo(deployments);
        assertThat(Marker.made()).as("code that ran").isEqualTo(made);
    }

    // --- scripts -----------------------------------------------------------------------------------------------------

    static Stream<String> scripts() {
        return Stream.of("juel", "javascript", "groovy", "feel", "python").flatMap(language -> Stream.of(
                process("<scriptTask id='t' scriptFormat='" + language + "'><script>" + Marker.JUEL + "</script></scriptTask>"),
                process("<scriptTask id='t' scriptFormat='" + language + "' camunda:resource='classpath://x.js'/>"),
                process("<scriptTask id='t' scriptFormat='" + language + "' camunda:resource='${x}'/>"),
                process(task("<camunda:executionListener event='start'>" + script(language) + "</camunda:executionListener>")),
                process(task("<camunda:taskListener event='create'>" + script(language) + "</camunda:taskListener>")),
                process(task("<camunda:inputOutput><camunda:inputParameter name='a'>" + script(language)
                        + "</camunda:inputParameter></camunda:inputOutput>")),
                process(task("<camunda:inputOutput><camunda:outputParameter name='a'><camunda:list>" + script(language)
                        + "</camunda:list></camunda:outputParameter></camunda:inputOutput>")),
                process(task("<camunda:executionListener event='start'><camunda:script scriptFormat='" + language
                        + "' resource='http://127.0.0.1:1/x.js'/></camunda:executionListener>")),
                condition("<conditionExpression xsi:type='tFormalExpression' language='" + language + "'>" + Marker.JUEL
                        + "</conditionExpression>")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void noModelWithAScriptIsDeployed(String bpmn) {
        Throwable failure = catchThrowable(() -> deploy("a.bpmn", bpmn));
        assertThat(Refusal.in(failure)).as("%s", failure).isNotNull();
        assertThat(Refusal.in(failure).code()).isEqualTo("script-forbidden");
        assertThat(admin().deploy("a.bpmn", bpmn)).satisfies(answer -> {
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.sentence()).contains("không chạy script");
        });
    }

    /** The two expression languages bring script engines along; nothing else is there, and the engine asks none of them. */
    @Test
    void noScriptEngineIsFound() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getEngineName)
                .containsExactlyInAnyOrder("juel", "feel-scala", "feel-scala-unary-tests");
        for (String language : List.of("juel", "feel", "javascript", "js", "groovy", "graal.js", "nashorn", "ecmascript")) {
            assertThat(engine.getScriptEngineResolver().getScriptEngine(language, false)).as(language).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void noDecisionInAnotherLanguageIsDeployed(String language) {
        String dmn = decision("expressionLanguage='" + language + "'", Marker.JUEL);
        Throwable failure = catchThrowable(() -> deploy("a.dmn", dmn));
        assertThat(Refusal.in(failure)).as("%s", failure).isNotNull();
        assertThat(Refusal.in(failure).code()).isEqualTo("script-forbidden");
        assertThat(admin().deploy("a.dmn", dmn)).satisfies(answer -> {
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.sentence()).contains("FEEL");
        });
    }

    // --- FEEL --------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {
        "{f: function(a) external {java: {class: \"vn.outreach.testing.Marker\","
                + " method signature: \"call(String)\"}}, r: f(\"x\")}.r",
        "{c: file.class, m: c.module, y: m.getLayer(), l: y.findLoader(\"jdk.compiler\"),"
                + " k: l.loadClass(\"vn.outreach.testing.Marker\"), r: k.newInstance()}.r"
    })
    void aDecisionThatCallsOutsideFails(String feel) {
        deploy("attack.dmn", decision("", feel));
        assertThatThrownBy(() -> decisions.evaluateDecisionByKey("attack")
                        .variables(Variables.putValue("file", Variables.fileValue("a").file(new byte[] {1}).create()))
                        .evaluate())
                .isInstanceOf(RuntimeException.class);
        Map<String, Object> file = Map.of("value", Base64.getEncoder().encodeToString(new byte[] {1}), "type", "File",
                "valueInfo", Map.of("filename", "a"));
        Rest.Answer answer = admin().post("/engine-rest/decision-definition/key/attack/evaluate",
                Map.of("variables", Map.of("file", file)));
        assertThat(answer.isOk()).as("%s", answer).isFalse();
    }

    // --- what a model names ------------------------------------------------------------------------------------------

    /** The product's own survey, as Modeler deploys it: the one file. */
    @Test
    void aModelWithoutItsFormsIsNotDeployed() throws IOException {
        String survey = Files.readString(Path.of("processes/survey.bpmn"));
        Rest.Answer answer = admin().deploy("survey.bpmn", survey);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.sentence()).contains("biểu mẫu surveyConductSurvey", "biểu mẫu surveyScheduleSurvey");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "biểu mẫu gone|<userTask id='t' camunda:formRef='gone' camunda:formRefBinding='deployment'/>",
        "biểu mẫu gone|<userTask id='t' camunda:formRef='gone' camunda:formRefBinding='latest'/>",
        "biểu mẫu surveyConductSurvey|<userTask id='t' camunda:formRef='surveyConductSurvey' camunda:formRefBinding='deployment'/>",
        "biểu mẫu gone.form|<userTask id='t' camunda:formKey='camunda-forms:deployment:gone.form'/>",
        "biểu mẫu gone|<subProcess id='p'><startEvent id='i'/><userTask id='t' camunda:formRef='gone'"
                + " camunda:formRefBinding='deployment'/></subProcess>",
        "bảng quyết định gone|<businessRuleTask id='t' camunda:decisionRef='gone'/>",
        "bảng quyết định decidingBody|<businessRuleTask id='t' camunda:decisionRef='decidingBody' camunda:decisionRefBinding='deployment'/>",
        "quy trình gone|<callActivity id='t' calledElement='gone'/>"
    })
    void whatAModelNamesIsThere(String said) {
        String[] parts = said.split("\\|");
        String bpmn = parts[1].startsWith("<subProcess")
                ? bpmn("<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='p'/>" + parts[1])
                : process(parts[1]);
        Rest.Answer answer = admin().deploy("a.bpmn", bpmn);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.sentence()).contains(parts[0] + ".");
        assertThat(Refusal.in(catchThrowable(() -> deploy("a.bpmn", bpmn))).code()).isEqualTo("reference-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<userTask id='t' camunda:formRef='surveyConductSurvey' camunda:formRefBinding='latest'/>",
        "<businessRuleTask id='t' camunda:decisionRef='decidingBody' camunda:resultVariable='r'/>",
        "<businessRuleTask id='t' camunda:decisionRef='${table}'/>",
        "<callActivity id='t' calledElement='survey'/>", "<callActivity id='t' calledElement='attack'/>"
    })
    void whatIsThereAlreadyOrComesAlongIsTaken(String step) {
        deploy("a.bpmn", process(step));
    }

    // --- XML ---------------------------------------------------------------------------------------------------------

    static Stream<String> doctypes() {
        String bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>"
                + "<!ENTITY secret '&c;&c;&c;'>]>";
        return Stream.of(
                "<!DOCTYPE x [<!ENTITY secret SYSTEM '" + SECRET_FILE.toUri() + "'>]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + SECRET_FILE.toUri() + "'> %p; <!ENTITY secret 'x'>]>",
                "<!DOCTYPE x SYSTEM '" + SECRET_FILE.toUri() + "' [<!ENTITY secret 'x'>]>",
                bomb);
    }

    @ParameterizedTest
    @MethodSource("doctypes")
    void noModelWithADoctypeIsDeployed(String doctype) {
        Map<String, String> files = Map.of(
                "a.bpmn", withDoctype(doctype, process("<documentation>&secret;</documentation><userTask id='t' name='&secret;'/>")),
                "a.dmn", withDoctype(doctype, decision("", "&secret;").replace("<![CDATA[", "").replace("]]>", "")));
        files.forEach((name, content) -> {
            assertThatThrownBy(() -> deploy(name, content)).satisfies(failure -> assertThat(everyMessage(failure))
                    .doesNotContain(SECRET).doesNotContain("aaaaaaaaaaaaaaaaaaaa"));
            assertThat(admin().deploy(name, content)).satisfies(answer -> {
                assertThat(answer.status()).as("%s", answer).isEqualTo(400);
                assertThat(answer.body()).doesNotContain(SECRET).doesNotContain("aaaaaaaaaaaaaaaaaaaa");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("doctypes")
    void noModelReaderTakesADoctype(String doctype) {
        assertUnreadable(Bpmn::readModelFromStream, withDoctype(doctype, process("<userTask id='t' name='&secret;'/>")));
        assertUnreadable(Dmn::readModelFromStream,
                withDoctype(doctype, decision("", "&secret;").replace("<![CDATA[", "").replace("]]>", "")));
        assertUnreadable(Cmmn::readModelFromStream, withDoctype(doctype, "<?xml version='1.0' encoding='UTF-8'?>"
                + "<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL' targetNamespace='x'>"
                + "<case id='c' name='&secret;'><casePlanModel id='p'/></case></definitions>"));
    }

    /** Case models are switched off: the file is kept as it came, nobody reads it. */
    @Test
    void aCaseModelIsNotRead() {
        for (String doctype : doctypes().toList()) {
            String cmmn = withDoctype(doctype, "<?xml version='1.0' encoding='UTF-8'?><definitions>&secret;</definitions>");
            DeploymentWithDefinitions kept = repository.createDeployment().addString("a.cmmn", cmmn).deployWithResult();
            deployed.add(kept.getId());
            assertThat(kept.getDeployedCaseDefinitions()).isNull();
            assertThat(repository.getResourceAsStream(kept.getId(), "a.cmmn"))
                    .hasContent(cmmn);
        }
    }

    // -----------------------------------------------------------------------------------------------------------------

    private void assertUnreadable(Function<InputStream, ?> reader, String xml) {
        assertThatThrownBy(() -> reader.apply(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .satisfies(failure -> assertThat(everyMessage(failure)).contains("DOCTYPE").doesNotContain(SECRET));
    }

    private static String everyMessage(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    private void deploy(String name, String content) {
        Deployment deployment = repository.createDeployment().addString(name, content).deploy();
        deployed.add(deployment.getId());
    }

    private Rest admin() {
        return Rest.nobody("http://localhost:" + port).as("admin", ADMIN_PASSWORD);
    }

    private static String withDoctype(String doctype, String xml) {
        int head = xml.indexOf("?>") + 2;
        return xml.substring(0, head) + doctype + xml.substring(head);
    }

    private static String script(String language) {
        return "<camunda:script scriptFormat='" + language + "'>" + Marker.JUEL + "</camunda:script>";
    }

    private static String task(String extensions) {
        return "<userTask id='t'><extensionElements>" + extensions + "</extensionElements></userTask>";
    }

    private static String process(String step) {
        return bpmn("<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/>"
                + (step.contains("id='t'") ? step : step + "<userTask id='t'/>"));
    }

    private static String condition(String condition) {
        return bpmn("<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'>" + condition
                + "</sequenceFlow><userTask id='t'/>");
    }

    private static String bpmn(String steps) {
        return "<?xml version='1.0' encoding='UTF-8'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " targetNamespace='x'><process id='attack' isExecutable='true' camunda:historyTimeToLive='1'>" + steps
                + "</process></definitions>";
    }

    private static String decision(String attribute, String text) {
        return "<?xml version='1.0' encoding='UTF-8'?><definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='x'><decision id='attack' name='a'"
                + " camunda:historyTimeToLive='1'><variable id='v' name='r'/><literalExpression id='l' " + attribute
                + "><text><![CDATA[" + text + "]]></text></literalExpression></decision></definitions>";
    }
}
