package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says after all the kills, beside what the clients saw: ledger, engine, running cases and outbox. */
final class Aftermath {

    private final JdbcClient jdbc;
    private final SoftAssertions softly = new SoftAssertions();

    Aftermath(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    void check(Deeds deeds, Path mails) throws Exception {
        whatClientsSawIsThere(deeds);
        everyRowHasItsActivity();
        everyActivityHasItsRow();
        nothingTwice();
        runningCasesAreWhatRuns();
        everybodyWasTold();
        everyMailIsAFile(mails);
        softly.assertAll();
    }

    /** The ledger and the engine agree, nothing is there twice. */
    void checkLedgerAndEngine() {
        everyRowHasItsActivity();
        everyActivityHasItsRow();
        nothingTwice();
        runningCasesAreWhatRuns();
        softly.assertAll();
    }

    // --- ledger and engine -------------------------------------------------------------------------------------------

    private void whatClientsSawIsThere(Deeds deeds) {
        softly.assertThat(strings("select tax_code from enterprise")).as("registered").containsAll(deeds.registered);
        softly.assertThat(strings("select id_ from act_hi_procinst")).as("started").containsAll(deeds.started);
        Set<String> done = strings("select id_ from act_hi_taskinst where end_time_ is not null and delete_reason_ = 'completed'");
        Map<String, Long> rows = rows("process_instance_id || ' ' || step", "source = 'PERSON' and step <> 'end'");
        Map<String, Long> seen = new HashMap<>();
        for (Deeds.Completion completion : deeds.completed) {
            softly.assertThat(done).as("%s", completion).contains(completion.taskId());
            seen.merge(completion.processInstanceId() + " " + completion.step(), 1L, Long::sum);
        }
        seen.forEach((step, times) -> softly.assertThat(rows.getOrDefault(step, 0L))
                .as("ledger rows of %s", step)
                .isGreaterThanOrEqualTo(times));
        Map<String, Long> messageRows = rows("tax_code || ' ' || step", "source = 'MESSAGE'");
        Map<String, Long> messages = deeds.messages.stream()
                .collect(Collectors.groupingBy(taken -> taken.taxCode() + " " + taken.step(), Collectors.counting()));
        messages.forEach((step, times) -> softly.assertThat(messageRows.getOrDefault(step, 0L))
                .as("ledger rows of message %s", step)
                .isGreaterThanOrEqualTo(times));
    }

    private void everyRowHasItsActivity() {
        none("rows without an ended activity", """
                select o.phase || '.' || o.step || ' ' || o.id from outcome o
                left join act_hi_actinst a on a.id_ = o.activity_instance_id
                where o.corrects is null and o.step <> 'end' and (a.id_ is null or a.end_time_ is null)""");
        none("end rows of processes that did not end", """
                select o.phase || ' ' || o.id from outcome o
                left join act_hi_procinst p on p.id_ = o.process_instance_id
                where o.step = 'end' and (p.id_ is null or p.end_time_ is null)""");
    }

    private void everyActivityHasItsRow() {
        none("ended record steps without a row", """
                select a.act_id_ || ' ' || a.id_ from act_hi_actinst a
                where a.act_id_ like 'serviceTask_record%' and a.end_time_ is not null and a.act_inst_state_ <> 2
                  and not exists (select 1 from outcome o where o.activity_instance_id = a.id_)""");
        none("ended processes without an end row", """
                select p.proc_def_key_ || ' ' || p.id_ from act_hi_procinst p
                where p.end_time_ is not null
                  and not exists (select 1 from outcome o where o.process_instance_id = p.id_ and o.step = 'end')""");
        none("completed tasks and rows by persons differ", """
                select t.proc_inst_id_ || ' ' || t.task_def_key_ from act_hi_taskinst t
                where t.delete_reason_ = 'completed'
                group by t.proc_inst_id_, t.task_def_key_
                having count(*) <> (select count(*) from outcome o where o.process_instance_id = t.proc_inst_id_
                  and o.source = 'PERSON' and 'userTask_' || o.step = t.task_def_key_)""");
    }

    private void nothingTwice() {
        none("activities with two rows", """
                select activity_instance_id from outcome where activity_instance_id is not null
                group by activity_instance_id having count(*) > 1""");
        none("steps with the same round twice", """
                select process_instance_id || ' ' || phase || '.' || step || ' ' || round from outcome
                where corrects is null group by process_instance_id, phase, step, round having count(*) > 1""");
        none("two end rows", """
                select process_instance_id from outcome where step = 'end'
                group by process_instance_id having count(*) > 1""");
        none("cases started twice at once", """
                select business_key_ from act_hi_procinst
                where proc_def_key_ = 'enterpriseOutreach' and end_time_ is null
                group by business_key_ having count(*) > 1""");
    }

    private void runningCasesAreWhatRuns() {
        softly.assertThat(strings("select process_instance_id from running_case"))
                .as("running cases")
                .isEqualTo(strings("select id_ from act_hi_procinst where end_time_ is null and business_key_ is not null"));
        softly.assertThat(strings("select id_ from act_ru_execution where parent_id_ is null"))
                .as("what runs and what history says")
                .isEqualTo(strings("select id_ from act_hi_procinst where end_time_ is null"));
        none("incidents", "select coalesce(activity_id_, '') || ' ' || coalesce(incident_msg_, '') from act_ru_incident");
    }

    // --- outbox ------------------------------------------------------------------------------------------------------

    private void everybodyWasTold() {
        none("tasks of which nobody was told", """
                select t.task_def_key_ || ' ' || t.id_ from act_hi_taskinst t
                where not exists (select 1 from notification n where n.task_id = t.id_
                  and n.template in ('task-assigned', 'task-offered', 'plan-to-approve'))""");
        none("ended processes of which the responsible member was not told", """
                select p.proc_def_key_ || ' ' || p.id_ from act_hi_procinst p
                where p.end_time_ is not null and p.proc_def_key_ not in ('caseEvent', 'dailyDigest')
                  and not exists (select 1 from notification n where n.event_key = p.id_ and n.recipient = 'officer1'
                    and n.template in ('phase-result', 'case-closed'))""");
        none("notices that were not sent", "select state || ' ' || id || ' ' || coalesce(last_error, '') from notification where state not in ('SENT', 'DROPPED')");
    }

    private void everyMailIsAFile(Path mails) throws Exception {
        Set<String> sent = strings("select distinct message_id from notification where state = 'SENT'").stream()
                .map(id -> id.replaceAll("[<>]", "").replaceAll("[^A-Za-z0-9.@-]", "_") + ".eml")
                .collect(Collectors.toSet());
        try (var files = Files.list(mails)) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .collect(Collectors.toSet());
            softly.assertThat(there).as("mails").isEqualTo(sent);
        }
        assertThat(sent).isNotEmpty();
    }

    // -------------------------------------------------------------------------------------------------------------------

    String figures() {
        return "%d ledger rows (%s), %d running, %d notices, %d of them possibly repeated".formatted(
                count("outcome where corrects is null"),
                rows("phase || '=' || result", "step = 'end'"),
                count("running_case"),
                count("notification"),
                count("notification where possibly_repeated = true"));
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private Map<String, Long> rows(String key, String where) {
        return jdbc
                .sql("select " + key + " as k, count(*) as n from outcome where corrects is null and " + where + " group by " + key)
                .query((row, number) -> Map.entry(row.getString("k"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<String> strings(String sql) {
        return new HashSet<>(jdbc.sql(sql).query(String.class).list());
    }

    private void none(String what, String sql) {
        List<String> found = jdbc.sql(sql).query(String.class).list();
        softly.assertThat(found.stream().limit(10).toList()).as("%s (%d)", what, found.size()).isEmpty();
    }
}
