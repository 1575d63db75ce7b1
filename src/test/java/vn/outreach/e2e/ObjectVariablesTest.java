package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.testing.Marker;
import vn.outreach.testing.OutreachTest;

/** No variable brings an object of a class of the sender's choice to life: no Java stream, no JSON of any class. */
class ObjectVariablesTest extends OutreachTest {

    private static final String JAVA = "application/x-java-serialized-object";
    private static final String JSON = "application/json";
    private static final String MARKER = "vn.outreach.testing.Marker";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    private int before;

    /** What a real attack would bring: reading it runs code. */
    static final class Gadget implements Serializable {

        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException {
            new Marker();
        }
    }

    @BeforeEach
    void countMarkers() {
        before = Marker.made();
    }

    @AfterEach
    void nothingCameToLife() {
        assertThat(Marker.made()).as("objects made").isEqualTo(before);
    }

    @Test
    void noJavaStreamIsTaken_byNoWayIn() {
        String taxCode = surveyOf();
        String task = task(taxCode, "scheduleSurvey").getId();
        String instance = task(taxCode, "scheduleSurvey").getProcessInstanceId();
        Map<String, Object> attack = object(Gadget.class.getName(), stream(), JAVA);
        Map<String, Object> form = Map.of("variables", Map.of("note", attack));
        assertRefused(rest("officer1").post("/engine-rest/task/" + task + "/complete", form));
        assertRefused(rest("officer1").post("/engine-rest/task/" + task + "/submit-form", form));
        assertRefused(webapp("officer1").post(WEBAPPS + "/task/" + task + "/submit-form", form));
        assertRefused(rest("admin").put("/engine-rest/task/" + task + "/variables/x", attack));
        assertRefused(rest("admin").put("/engine-rest/process-instance/" + instance + "/variables/x", attack));
        assertRefused(rest("admin").post("/engine-rest/process-instance/" + instance + "/variables",
                Map.of("modifications", Map.of("x", attack))));
        assertRefused(rest("integration").post("/engine-rest/message", Map.of("messageName", "outreach.ownerContacted",
                "businessKey", taxCode, "processVariables", Map.of("x", attack))));
        assertRefused(rest("officer1").post("/engine-rest/process-definition/key/enterpriseOutreach/start",
                Map.of("variables", Map.of("enterpriseCode", Map.of("value", enterprise()), "x", attack))));
        assertThat(openSteps(taxCode)).containsExactly("scheduleSurvey");
        assertThat(runtime.getVariables(instance)).doesNotContainKeys("x", "note");
    }

    @Test
    void noJavaCallerStoresAJavaStream() {
        String taxCode = surveyOf();
        String instance = task(taxCode, "scheduleSurvey").getProcessInstanceId();
        ObjectValue attack = Variables.serializedObjectValue(stream())
                .objectTypeName(Gadget.class.getName()).serializationDataFormat(JAVA).create();
        assertThatThrownBy(() -> runtime.setVariable(instance, "x", attack)).isInstanceOf(RuntimeException.class);
        ObjectValue object = Variables.objectValue(new Gadget()).serializationDataFormat(JAVA).create();
        assertThatThrownBy(() -> runtime.setVariable(instance, "x", object)).isInstanceOf(RuntimeException.class);
        assertThat(runtime.getVariables(instance)).doesNotContainKey("x");
    }

    @Test
    void aJavaStreamThatLiesInTheDatabaseIsNotRead() {
        String instance = task(surveyOf(), "scheduleSurvey").getProcessInstanceId();
        rest("admin").put("/engine-rest/process-instance/" + instance + "/variables/x",
                object("java.util.ArrayList", "[]", JSON)).ok();
        String bytes = jdbc.sql("select BYTEARRAY_ID_ from ACT_RU_VARIABLE where PROC_INST_ID_ = ? and NAME_ = 'x'")
                .param(instance).query(String.class).single();
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where ID_ = ?").params(Base64.getDecoder().decode(stream()), bytes).update();
        jdbc.sql("update ACT_RU_VARIABLE set TYPE_ = 'serializable', TEXT2_ = ? where PROC_INST_ID_ = ? and NAME_ = 'x'")
                .params(Gadget.class.getName(), instance).update();
        assertRefused(rest("admin").get("/engine-rest/process-instance/" + instance + "/variables/x"));
        rest("admin").get("/engine-rest/variable-instance?maxResults=500").ok();
        assertThatThrownBy(() -> runtime.getVariable(instance, "x")).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        MARKER, "java.util.ArrayList<" + MARKER + ">", "java.util.HashMap<java.lang.String," + MARKER + ">", "java.lang.ProcessBuilder",
        "java.lang.Thread", "java.util.TreeMap<" + MARKER + ",java.lang.String>", "javax.script.ScriptEngineManager"
    })
    void noJsonBecomesAnObjectOfItsSendersClass(String type) {
        String instance = task(surveyOf(), "scheduleSurvey").getProcessInstanceId();
        String json = type.contains("ArrayList") ? "[{}]" : type.contains("<") ? "{\"a\": {}}" : "{}";
        // Kept as the text that it is: the product reads it as such, and whoever asks for the object gets none.
        rest("admin").put("/engine-rest/process-instance/" + instance + "/variables/x", object(type, json, JSON)).ok();
        assertRefused(rest("admin").get("/engine-rest/process-instance/" + instance + "/variables/x"));
        assertRefused(rest("admin").get("/engine-rest/process-instance/" + instance + "/variables"));
        assertRefused(webapp("admin").get(WEBAPPS + "/process-instance/" + instance + "/variables/x"));
        assertThatThrownBy(() -> runtime.getVariable(instance, "x")).isInstanceOf(RuntimeException.class);
        assertThat(rest("admin").get("/engine-rest/process-instance/" + instance + "/variables/x?deserializeValue=false").ok().body())
                .contains(type);
    }

    @Test
    void plainListsAndMapsAreRead() {
        String instance = task(surveyOf(), "scheduleSurvey").getProcessInstanceId();
        rest("admin").put("/engine-rest/process-instance/" + instance + "/variables/list",
                object("java.util.ArrayList<java.lang.String>", "[\"a\"]", JSON)).ok();
        rest("admin").put("/engine-rest/process-instance/" + instance + "/variables/map",
                object("java.util.LinkedHashMap<java.lang.String,java.lang.Object>", "{\"a\": {\"b\": [1, true]}}", JSON)).ok();
        assertThat(runtime.getVariable(instance, "list")).isEqualTo(List.of("a"));
        assertThat(runtime.getVariable(instance, "map")).isEqualTo(Map.of("a", Map.of("b", List.of(1, true))));
        TypedValue raw = runtime.getVariableTyped(instance, "list", false);
        assertThat(raw.getType().getName()).isEqualTo("object");
    }

    private String surveyOf() {
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        return taxCode;
    }

    private static Map<String, Object> object(String type, String value, String format) {
        return Map.of("value", value, "type", "Object",
                "valueInfo", Map.of("objectTypeName", type, "serializationDataFormat", format));
    }

    private static String stream() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }

    private Webapp webapp(String user) {
        return Webapp.login("http://localhost:" + port, user, password(user));
    }

    private static void assertRefused(Rest.Answer answer) {
        // 403 and 404 come from the access rules, at the addresses that are open to others or to nobody.
        assertThat(answer.status()).as("%s", answer).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain("org.camunda");
    }
}
