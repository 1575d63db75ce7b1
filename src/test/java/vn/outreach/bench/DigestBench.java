package vn.outreach.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;
import vn.outreach.work.notification.NotificationDispatcher;

/**
 * The mails of one day on PostgreSQL: 10,000 open tasks, a fifth of them late, of 200 people in ten units with a head each, and
 * five notices for each person that wait. Written and sent to files. Needs {@code -Doutreach.test.database=postgresql}.
 */
class DigestBench extends OutreachTest {

    private static final Logger LOG = LoggerFactory.getLogger(DigestBench.class);
    private static final int TASKS = 10_000;
    private static final int PEOPLE = 200;
    private static final double MOST_SECONDS = 30;
    private static final int MOST_STATEMENTS_OF_A_PERSON = 30;

    @Autowired
    private NotificationDispatcher dispatcher;

    @Test
    void theMailsOfADayAreThereInTime() {
        LocalDate day = LocalDate.of(2026, 10, 13);
        at(day);
        fill(day);
        Job timer = management.createJobQuery().timers().processDefinitionKey("dailyDigest").singleResult();

        long start = System.nanoTime();
        Jdbc.Cost writing = Jdbc.of(() -> management.executeJob(timer.getId()));
        double written = (System.nanoTime() - start) / 1e9;
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 60_000));
        int[] sent = new int[1];
        start = System.nanoTime();
        Jdbc.Cost sending = Jdbc.of(() -> sent[0] = dispatcher.dispatch());
        double told = (System.nanoTime() - start) / 1e9;
        LOG.info("{} tasks, {} people: written in {} s ({}), {} mails sent in {} s ({})", TASKS, PEOPLE, written, writing, sent[0], told, sending);

        assertThat(sent[0]).isGreaterThanOrEqualTo(PEOPLE);
        assertThat(written + told).as("seconds").isLessThanOrEqualTo(MOST_SECONDS);
        assertThat(writing.statements() + sending.statements()).as("statements").isLessThanOrEqualTo(PEOPLE * MOST_STATEMENTS_OF_A_PERSON);
    }

    private void fill(LocalDate day) {
        jdbc.sql("""
                insert into enterprise (tax_code, name, search_name, ownership, owner_language, zone, workers, legal_person,
                    responsible_member, stage, created_at, updated_at, version)
                select '9' || lpad(i::text, 9, '0'), 'TNHH Số ' || i, 'tnhh so ' || i, 'DOMESTIC', 'vi', 'Phú Mỹ I', 100, true, 'officer1',
                    'SURVEYED', current_timestamp, current_timestamp, 1 from generate_series(1, :tasks) i""").param("tasks", TASKS).update();
        jdbc.sql("insert into ACT_ID_GROUP (ID_, REV_, NAME_, TYPE_) select 'cell900000000' || u, 1, 'Chi bộ ' || u, 'WORKFLOW' from generate_series(0, 9) u").update();
        jdbc.sql("insert into ACT_ID_USER (ID_, REV_, FIRST_, LAST_, EMAIL_) select 'p' || p, 1, 'Người', p::text, 'p' || p || '@example.vn'"
                + " from generate_series(1, :people) p").param("people", PEOPLE).update();
        jdbc.sql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) select 'p' || p, 'cell900000000' || (p % 10) from generate_series(1, :people) p"
                + " union all select 'p' || p, 'heads' from generate_series(1, 10) p").param("people", PEOPLE).update();
        jdbc.sql("""
                insert into task_line (task_id, unit, unit_number, holder, due_at, priority, process_key, step, name, created_at,
                    process_instance_id, tax_code)
                select 'task-' || i, 'cell900000000' || (i % 10), 1, case when i % 7 > 0 then 'p' || (1 + i % :people) end,
                    cast(:day as timestamp) + make_interval(days => i % 50 - 10, hours => 17), 50, 'survey', 'conductSurvey',
                    'Khảo sát tại doanh nghiệp', cast(:day as timestamp), 'pi-' || i, '9' || lpad(i::text, 9, '0')
                from generate_series(1, :tasks) i""").param("people", PEOPLE).param("day", day.atStartOfDay()).param("tasks", TASKS).update();
        jdbc.sql("""
                insert into notification (event_key, template, recipient, tax_code, task_id, data, subject, state, attempts, next_try_at,
                    possibly_repeated, created_at)
                select 'e' || n || '-' || p, 'task-assigned', 'p' || p, '9000000001', 'task-' || (p + n * :people),
                    '{"about":"TNHH Số 1","task":"Khảo sát tại doanh nghiệp","due":"chưa có hạn"}', 'Việc mới', 'DIGEST', 0,
                    cast(:day as timestamp), false, cast(:day as timestamp)
                from generate_series(1, :people) p, generate_series(1, 5) n""").param("people", PEOPLE).param("day", day.atStartOfDay()).update();
        jdbc.sql("analyze").update();
    }
}
