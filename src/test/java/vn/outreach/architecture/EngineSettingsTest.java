package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TimeZone;
import org.camunda.bpm.application.ProcessApplicationInterface;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.OutreachTest;

/** The engine's settings as they take effect: a misspelt key in application.yml is ignored without a word. */
@Tag("both-databases")
class EngineSettingsTest extends OutreachTest {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private CamundaBpmProperties settings;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessApplicationInterface application;

    @Test
    void everythingThatHappensIsKept_forAsLongAsTheModelSays() {
        assertThat(engine.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_FULL);
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
    }

    @Test
    void aFailedJobIsTriedAgainMoreAndMoreRarely_andOnlyThenBecomesAnIncident() {
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
        assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(5);
        assertThat(engine.isCreateIncidentOnFailedJobEnabled()).isTrue();
    }

    @Test
    void anErrorThatNobodyCatchesIsAFailure_notTheEndOfTheCase() {
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    }

    @Test
    void nobodyWorksWithoutGrants_andPasswordsFollowAPolicy() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(engine.isEnablePasswordPolicy()).isTrue();
        assertThat(engine.getPasswordPolicy()).isNotNull();
        assertThat("nguyen.van-a_b@tinhuy.gov.vn").matches(engine.getGeneralResourceWhitelistPattern());
    }

    @Test
    void passwordsAreHashedAsStronglyAsTheEngineCan_andGuessingThemTakesLongerAndLonger() {
        assertThat(engine.getPasswordEncryptor()).isInstanceOf(Sha512HashDigest.class);
        assertThat(engine.getSaltGenerator()).isInstanceOf(Default16ByteSaltGenerator.class);
        assertThat(engine.getCustomPasswordChecker()).isEmpty();
        // Some tests write users past the engine.
        assertThat(jdbc.sql("select PWD_ from ACT_ID_USER where ID_ in ('officer1', 'organisation')").query(String.class).list())
                .hasSize(2).allSatisfy(hash -> assertThat(hash).startsWith("{SHA-512}"));
        assertThat(engine.getLoginMaxAttempts()).isEqualTo(10);
        assertThat(engine.getLoginDelayBase()).isEqualTo(3);
        assertThat(engine.getLoginDelayFactor()).isEqualTo(2);
        assertThat(engine.getLoginDelayMaxTime()).isEqualTo(60);
    }

    @Test
    void whatIsSentIsNeverRun() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableXxeProcessing()).isFalse();
        assertThat(engine.isEnableScriptEngineLoadExternalResources()).isFalse();
        assertThat(engine.isEnableFetchScriptEngineFromProcessApplication()).isFalse();
        assertThat(engine.isConfigureScriptEngineHostAccess()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.getDeserializationTypeValidator().validate("java.lang.ProcessBuilder")).isFalse();
    }

    @Test
    void listsArePages() {
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(500);
    }

    @Test
    void nobodyComesWithTheEngine_andNothingIsReportedToItsMaker() {
        assertThat(settings.getAdminUser().getId()).isNull();
        assertThat(identities.createUserQuery().userIdIn("demo", "john", "mary", "peter").count()).isZero();
        assertThatThrownBy(() -> Class.forName("org.camunda.bpm.engine.impl.telemetry.reporter.TelemetryReporter"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void whoChangedWhatIsKept_butNotForTheProductsOwnWork() {
        assertThat(engine.isRestrictUserOperationLogToAuthenticatedUsers()).isTrue();
        assertThat(engine.isTenantCheckEnabled()).isTrue();
    }

    @Test
    void taskListsDoNotLookForWhatTheProductDoesNotHave() {
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
    }

    @Test
    void aRefusalIsAnAnswer_notAStackTraceInTheLog() {
        assertThat(engine.isEnableCmdExceptionLogging()).isFalse();
    }

    @Test
    void idsNeedNoTableThatNodesWaitFor() {
        assertThat(engine.getIdGenerator()).isInstanceOf(StrongUuidGenerator.class);
        assertThat(engine.isMetricsEnabled()).isFalse();
        assertThat(engine.isDbMetricsReporterActivate()).isFalse();
        assertThat(engine.isJdbcBatchProcessing()).isTrue();
    }

    @Test
    void nothingIsPublishedThatNobodyHears() {
        assertThat(settings.getEventing().isTask()).isFalse();
        assertThat(settings.getEventing().isExecution()).isFalse();
        assertThat(settings.getEventing().isHistory()).isFalse();
    }

    @Test
    void variablesAreJson_neverJavaObjects() {
        assertThat(engine.getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
    }

    @Test
    void anyNodeTakesAnyJob_onceTheApplicationHasOpened() {
        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
        assertThat(engine.getJobExecutor().isAutoActivate()).isFalse();
        assertThat(engine.getJobExecutor().isActive()).as("tests do their jobs themselves").isFalse();
    }

    @Test
    void timesAreThoseOfTheOffice() {
        assertThat(TimeZone.getDefault()).isEqualTo(OutreachApplication.ZONE);
    }

    @Test
    void noTaskLeavesARowOfGrants() {
        long before = grants();
        String taxCode = enterprise();
        startPhase("survey", taxCode);
        tasks.setAssignee(task(taxCode, "scheduleSurvey").getId(), "officer2");
        assertThat(grants()).isEqualTo(before);
        complete("officer2", taxCode, "scheduleSurvey", "surveyDate", today().toString(), "surveyMethod", "PHONE");
        assertThat(grants()).isEqualTo(before);
    }

    @Test
    void everythingIsOneDeployment_andARestartWithoutChangeMakesNoOther() {
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        long definitions = repository.createProcessDefinitionQuery().count();
        application.undeploy();
        application.deploy();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(definitions);
    }

    private long grants() {
        return jdbc.sql("select count(*) from ACT_RU_AUTHORIZATION").query(Long.class).single();
    }
}
