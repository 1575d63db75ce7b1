package vn.outreach.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.outreach.OutreachApplication;
import vn.outreach.demo.DemoUsers;

/**
 * The whole application on a database of its own, with the demo's people and without background work. Every test
 * works on its own enterprise and reads only rows of that enterprise, so tests share one application.
 */
@ExtendWith(PathRecord.class)
@Import(Jdbc.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class OutreachTest {

    public static final String ADMIN_PASSWORD = "Mat-khau-thu-2026";

    /** The day on which every test begins: a Monday, or another day of {@code -Doutreach.test.today=2028-02-29}. */
    protected static final LocalDate TODAY = LocalDate.parse(System.getProperty("outreach.test.today", "2026-10-05"));

    static final TestDatabase DATABASE = TestDatabase.empty();
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected IdentityService identities;

    @Autowired
    protected ExternalTaskService externalTasks;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        java.util.TimeZone.setDefault(OutreachApplication.ZONE);
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::user);
        registry.add("spring.datasource.password", DATABASE::password);
        registry.add("outreach.demo", () -> "false");
        registry.add("outreach.background", () -> "false");
        registry.add("outreach.admin.password", () -> ADMIN_PASSWORD);
        registry.add("outreach.mail.directory", () -> TestFiles.directory("mail").toString());
        registry.add("outreach.papers.directory", () -> TestFiles.directory("papers").toString());
        registry.add("outreach.drafts.directory", () -> TestFiles.directory("templates").toString());
    }

    @Autowired
    private DemoUsers people;

    @BeforeEach
    void peopleAndMorningOfTheDay() {
        DemoPeople.employ(people, jdbc);
        at(TODAY);
    }

    /** The demo's people have their name for a password; the administrator cannot. */
    protected static String password(String user) {
        return user.equals("admin") ? ADMIN_PASSWORD : user;
    }

    @AfterEach
    void clockAndLogin() {
        ClockUtil.reset();
        identities.clearAuthentication();
    }

    // --- clock -----------------------------------------------------------------------------------------------------

    /** The ISO text of a day so many days after the day on which the test begins, before it if negative. */
    protected static String day(int daysAfter) {
        return TODAY.plusDays(daysAfter).toString();
    }

    /** A value in a table of cases: {@code TODAY+1} is the ISO text of tomorrow, everything else is as it stands. */
    protected static String value(String text) {
        return text.matches("TODAY[+-]\\d+") ? day(Integer.parseInt(text.substring("TODAY".length()))) : text;
    }

    /** Sets the engine's clock to 9:00 of a day. */
    protected void at(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.of(9, 0)).atZone(OutreachApplication.ZONE.toZoneId()).toInstant()));
    }

    protected LocalDate today() {
        return ClockUtil.getCurrentTime().toInstant().atZone(OutreachApplication.ZONE.toZoneId()).toLocalDate();
    }

    // --- people ----------------------------------------------------------------------------------------------------

    /** Does something as a user with the groups that the engine knows of. */
    protected <T> T as(String userId, Supplier<T> act) {
        List<String> groups = identities.createGroupQuery().groupMember(userId).list().stream()
                .map(group -> group.getId())
                .toList();
        identities.setAuthentication(userId, groups);
        try {
            return act.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    protected void as(String userId, Runnable act) {
        as(userId, () -> {
            act.run();
            return null;
        });
    }

    // --- register --------------------------------------------------------------------------------------------------

    /** A new valid tax code, never used before in this run. */
    public static String newTaxCode() {
        while (true) {
            String nine = "35" + String.format("%07d", 1000 + SERIAL.incrementAndGet());
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (nine.charAt(i) - '0');
            }
            int check = 10 - sum % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }

    /** A registered enterprise for which officer1 answers; more columns as {@code column, value} pairs. */
    protected String enterprise(Object... columnsAndValues) {
        String taxCode = newTaxCode();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tax_code", taxCode);
        row.put("name", "TNHH Thử " + taxCode);
        row.put("search_name", "tnhh thu " + taxCode);
        row.put("ownership", "DOMESTIC");
        row.put("owner_language", "vi");
        row.put("zone", "Phú Mỹ I");
        row.put("sector", "thép");
        row.put("workers", 600);
        row.put("legal_person", true);
        row.put("responsible_member", "officer1");
        row.put("stage", "REGISTERED");
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        insertEnterprise(row);
        return taxCode;
    }

    private void insertEnterprise(Map<String, Object> row) {
        String columns = String.join(", ", row.keySet());
        String marks = String.join(", ", row.keySet().stream().map(column -> "?").toList());
        jdbc.sql("insert into enterprise(" + columns + ", created_at, updated_at, version) values (" + marks
                        + ", current_timestamp, current_timestamp, 1)")
                .params(row.values().stream().toList())
                .update();
    }

    protected Object register(String taxCode, String column) {
        return jdbc.sql("select " + column + " from enterprise where tax_code = ?")
                .param(taxCode)
                .query()
                .singleRow()
                .get(column);
    }

    // --- process ---------------------------------------------------------------------------------------------------

    protected static Map<String, Object> vars(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }

    /** Starts a process as a user with these variables. */
    protected ProcessInstance start(String userId, String processKey, Object... namesAndValues) {
        return as(userId, () -> runtime.startProcessInstanceByKey(processKey, vars(namesAndValues)));
    }

    /** Starts a phase by itself, as its call activity would: with business key and the start variables. */
    protected ProcessInstance startPhase(String processKey, String taxCode, Object... namesAndValues) {
        Map<String, Object> variables = vars(namesAndValues);
        variables.put("enterpriseCode", taxCode);
        variables.putIfAbsent("planYear", today().getYear());
        variables.putIfAbsent("ruleVersion", "QD208_2026");
        return runtime.startProcessInstanceByKey(processKey, taxCode, variables);
    }

    /** The one open task of this key and step. */
    protected Task task(String businessKey, String step) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey("userTask_" + step)
                .unlimitedList();
        assertThat(open).as("open task %s of %s (open: %s)", step, businessKey, openSteps(businessKey)).hasSize(1);
        return open.get(0);
    }

    protected List<String> openSteps(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).unlimitedList().stream()
                .map(task -> task.getTaskDefinitionKey().substring("userTask_".length()))
                .sorted()
                .toList();
    }

    /** Completes the open task of this key and step as a user. */
    protected void complete(String userId, String businessKey, String step, Object... namesAndValues) {
        Task task = task(businessKey, step);
        as(userId, () -> tasks.complete(task.getId(), vars(namesAndValues)));
    }

    /** Completes the open external task of this key and topic as the integration user. */
    protected void completeExternal(String businessKey, String topic, Object... namesAndValues) {
        var task = externalTasks.createExternalTaskQuery().topicName(topic).unlimitedList().stream()
                .filter(open -> businessKey.equals(open.getBusinessKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no external task " + topic + " for " + businessKey));
        as("integration", () -> {
            externalTasks.lock(task.getId(), "test", 60_000);
            externalTasks.complete(task.getId(), "test", vars(namesAndValues));
        });
    }

    /** Sends a message of the contract as the integration user. */
    protected void message(String name, String businessKey, Object... namesAndValues) {
        as("integration", () -> {
            MessageCorrelationBuilder message =
                    runtime.createMessageCorrelation(name).processInstanceBusinessKey(businessKey);
            message.setVariables(vars(namesAndValues)).correlate();
        });
    }

    /** Fires the one timer of this key that hangs on the element, with the clock at its due date. */
    protected void fireTimer(String businessKey, String elementId) {
        Job timer = timer(businessKey, elementId);
        if (timer.getDuedate() != null && timer.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(timer.getDuedate());
        }
        management.executeJob(timer.getId());
    }

    protected Job timer(String businessKey, String elementId) {
        List<Job> timers = runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).unlimitedList().stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(elementId)
                        .list()
                        .stream())
                .toList();
        assertThat(timers).as("timer %s of %s", elementId, businessKey).hasSize(1);
        return timers.get(0);
    }

    /** Executes the async jobs of an instance until none is left that is due. */
    protected void runJobs(String processInstanceId) {
        List<Job> jobs = management.createJobQuery().processInstanceId(processInstanceId).messages().list();
        while (!jobs.isEmpty()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
            jobs = management.createJobQuery().processInstanceId(processInstanceId).messages().list();
        }
    }

    /** Runs what the process does by itself until now, timers whose time has come included. */
    protected void runDueJobs(String processInstanceId) {
        List<Job> due = dueJobs(processInstanceId);
        while (!due.isEmpty()) {
            management.executeJob(due.get(0).getId());
            due = dueJobs(processInstanceId);
        }
    }

    private List<Job> dueJobs(String processInstanceId) {
        return management.createJobQuery().processInstanceId(processInstanceId).executable().list();
    }

    /** For those who read a list of everybody's late tasks: what other tests left has no due date any more. */
    protected void nothingIsDue() {
        jdbc.sql("update act_ru_task set due_date_ = null where due_date_ is not null").update();
        jdbc.sql("update task_line set due_at = null where due_at is not null").update();
    }

    protected boolean isRunning(String processKey, String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(processKey)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    /** The enterprise's row in that year's plan, which has this status: DRAFT, SUBMITTED or APPROVED. */
    protected void planned(String taxCode, int year, String status, int admissionTarget) {
        jdbc.sql("insert into plan (plan_year, status) select ?, ? from enterprise where tax_code = ?"
                        + " and not exists (select 1 from plan where plan_year = ?)")
                .params(year, status, taxCode, year)
                .update();
        jdbc.sql("insert into plan_row (plan_year, tax_code, responsible_member, unit, admission_target, status)"
                        + " values (?, ?, 'officer2', 'organisationBoard', ?, 'PLANNED')")
                .params(year, taxCode, admissionTarget)
                .update();
    }

    // --- records ---------------------------------------------------------------------------------------------------

    /** The ledger of an enterprise as {@code phase.step=RESULT}, oldest first. */
    protected List<String> ledger(String taxCode) {
        return jdbc.sql("select phase || '.' || step || '=' || result from outcome where tax_code = ? order by id")
                .param(taxCode)
                .query(String.class)
                .list();
    }

    /** The newest ledger row of a step. */
    protected Map<String, Object> row(String taxCode, String step) {
        return jdbc.sql("select * from outcome where tax_code = ? and step = ? order by id desc fetch first 1 rows only")
                .params(taxCode, step)
                .query()
                .singleRow();
    }

    /** Who was told what about an enterprise: {@code template:recipient}. */
    protected List<String> told(String taxCode) {
        return jdbc.sql("select template || ':' || recipient from notification where tax_code = ? order by id")
                .param(taxCode)
                .query(String.class)
                .list();
    }
}
