package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.OutreachTest;

/** A message of a system reaches the one case whose business key it names, or nobody. */
class MessageReceiversTest extends OutreachTest {

    private static final String CLOSED = "outreach.enterpriseClosed";

    private Rest system;
    private String one;
    private String other;
    private long start;

    @BeforeEach
    void twoCasesThatWaitForTheSameMessage() {
        system = Rest.nobody("http://localhost:" + port).as("integration", "integration");
        one = running();
        other = running();
        start = jdbc.sql("select id from audit_head").query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "all | true",
        "processInstanceId | \"INSTANCE\"",
        "correlationKeys | {\"enterpriseCode\": {\"value\": \"CODE\"}}",
        "localCorrelationKeys | {\"enterpriseCode\": {\"value\": \"CODE\"}}",
        "tenantId | \"t\"",
        "withoutTenantId | true"
    })
    void byNothingButItsBusinessKeyIsAReceiverNamed(String field, String value) {
        String given = value.replace("CODE", one).replace("INSTANCE", instance(one));
        for (String key : List.of("", ", \"businessKey\": \"" + one + "\"")) {
            Rest.Answer answer = system.post("/engine-rest/message",
                    "{\"messageName\": \"%s\", \"%s\": %s%s}".formatted(CLOSED, field, given, key));
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.sentence()).contains(field).contains("businessKey");
        }
        assertNothingHappened();
        assertThat(audited()).hasSize(2).allMatch(row -> row.equals("integration " + CLOSED + " field-unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"businessKey\": null}", "{\"businessKey\": \"\"}", "{\"businessKey\": \"  \"}"})
    void withoutABusinessKeyNobodyIsMeant(String rest) throws Exception {
        Map<String, Object> body = new HashMap<>(Rest.JSON.readValue(rest, Map.class));
        for (String message : List.of(CLOSED, "outreach.membershipChanged", "outreach.cellBelowMinimum")) {
            body.put("messageName", message);
            Rest.Answer answer = system.post("/engine-rest/message", body);
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.sentence()).contains("businessKey");
        }
        assertNothingHappened();
        assertThat(audited()).containsExactly("integration " + CLOSED + " field-missing",
                "integration outreach.membershipChanged field-missing", "integration outreach.cellBelowMinimum field-missing");
    }

    @Test
    void theOnlyCaseThatWaitsIsNotMeantByThat() {
        complete("officer1", one, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "VISIT");
        completeExternal(one, "sendOfficialLetter");
        complete("officer1", one, "conductSurvey", "surveyResult", "COMPLETED", "conductedOn", today().toString(),
                "accessibility", "EASY", "ownerAttitude", "NEUTRAL", "workerCount", 600, "unionMembers", 20,
                "youthUnionMembers", 10, "youthBranches", 1, "fullMembers", 5, "probationaryMembers", 1);
        Rest.Answer answer = system.post("/engine-rest/message", Map.of("messageName", "outreach.postingsVerified",
                "processVariables", Rest.variables(Map.of("fullMembersVerified", 5, "willingFullMembers", 3))));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.sentence()).contains("businessKey");
        assertThat(openSteps(one)).containsExactly("verifyPostings");
    }

    @Test
    void whatNothingWaitsForIsRefused_andTold() {
        assertThat(system.message("outreach.cellDecided", one, Map.of()).sentence()).contains("Không có hồ sơ nào");
        assertThat(system.message(CLOSED, newTaxCode(), Map.of()).status()).isEqualTo(400);
        assertNothingHappened();
        assertThat(audited()).containsExactly(
                "integration outreach.cellDecided receiver-missing", "integration " + CLOSED + " receiver-missing");
    }

    @Test
    void aPastedBusinessKeyIsTheKey() {
        String pasted = "MST: " + one.substring(0, 4) + "\u00a0" + one.substring(4) + "\u200b";
        system.message(CLOSED, pasted, Map.of("reason", "Giải thể")).ok();
        assertThat(openSteps(one)).isEmpty();
        assertThat(openSteps(other)).isNotEmpty();
    }

    @Test
    void aBusinessKeyOfSeveralThatWaitReachesNone() {
        String instance = instance(other);
        jdbc.sql("update act_ru_execution set business_key_ = ? where proc_inst_id_ = ?").params(one, instance).update();
        Rest.Answer answer = system.message(CLOSED, one, Map.of("reason", "x"));
        jdbc.sql("update act_ru_execution set business_key_ = ? where proc_inst_id_ = ? and business_key_ is not null")
                .params(other, instance).update();
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.sentence()).contains("Nhiều hồ sơ");
        assertNothingHappened();
    }

    @Test
    void theSameHoldsInJava() {
        refusedInJava("all", MessageCorrelationBuilder::correlateAll, one);
        List<String> both = List.of(instance(one), instance(other));
        refusedInJava("all", message -> runtime.createMessageCorrelationAsync(CLOSED)
                .processInstanceIds(both).correlateAllAsync(), one);
        refusedInJava("businessKey", MessageCorrelationBuilder::correlate, null);
        refusedInJava("businessKey", MessageCorrelationBuilder::correlateExclusively, null);
        refusedInJava("businessKey", MessageCorrelationBuilder::correlateStartMessage, null);
        refusedInJava("withoutTenantId", message -> message.withoutTenantId().correlate(), one);
        assertThatThrownBy(() -> as("integration", () -> runtime.startProcessInstanceByMessage("outreach.cellBelowMinimum")))
                .satisfies(failure -> assertThat(Refusal.in(failure).field()).isEqualTo("businessKey"));
        assertNothingHappened();
    }

    private void refusedInJava(String field, Consumer<MessageCorrelationBuilder> send, String key) {
        assertThatThrownBy(() -> as("integration", () -> {
            MessageCorrelationBuilder message = runtime.createMessageCorrelation(CLOSED);
            send.accept(key == null ? message : message.processInstanceBusinessKey(key));
        })).extracting(Refusal::in).as("%s", field).extracting(Refusal::field).isEqualTo(field);
    }

    private void assertNothingHappened() {
        for (String code : List.of(one, other)) {
            assertThat(openSteps(code)).containsExactly("scheduleSurvey");
            assertThat(ledger(code)).isEmpty();
            assertThat(register(code, "closed_on")).isNull();
        }
    }

    private List<String> audited() {
        return jdbc.sql("""
                select user_id || ' ' || subject || ' ' || property from audit
                where id > ? and action = 'ACCESS_REFUSED' order by id""").param(start).query(String.class).list();
    }

    private String running() {
        String code = enterprise();
        Rest.nobody("http://localhost:" + port).as("officer1", "officer1").startCase(code).ok();
        return code;
    }

    private String instance(String code) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("enterpriseOutreach")
                .processInstanceBusinessKey(code).singleResult().getId();
    }
}
