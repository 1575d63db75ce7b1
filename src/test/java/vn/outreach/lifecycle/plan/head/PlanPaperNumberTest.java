package vn.outreach.lifecycle.plan.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import vn.outreach.testing.TestDatabase;

/** Plans of a release in which each draft took a number. */
@Tag("both-databases")
class PlanPaperNumberTest {

    @Test
    void anApprovedPlanKeepsTheNumberOfItsLastDraft() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            plan(database, 2024, "CLOSED", "closed");
            plan(database, 2025, "APPROVED", "approved");
            plan(database, 2026, "SUBMITTED", "submitted");
            plan(database, 2027, "APPROVED", "never-drafted");
            draft(database, "closed", "ANNUAL_PLAN", 1);
            draft(database, "approved", "ANNUAL_PLAN", 2);
            draft(database, "approved", "ANNUAL_PLAN", 3);
            draft(database, "approved", "HAND_OVER_SHEET", 4);
            draft(database, "submitted", "ANNUAL_PLAN", 5);

            String migration = new ClassPathResource("db/migration/common/V049__plan_paper.sql").getContentAsString(StandardCharsets.UTF_8);
            List<String> updates = Stream.of(migration.split(";")).filter(statement -> statement.contains("update plan")).toList();
            assertThat(updates).hasSize(1);
            database.jdbc().sql(updates.get(0)).update();

            assertThat(database.jdbc().sql("select plan_year || ' ' || coalesce(paper_number, 'none') from plan order by plan_year")
                    .query(String.class).list())
                    .containsExactly("2024 01-KH/ĐUK", "2025 03-KH/ĐUK", "2026 none", "2027 none");
        }
    }

    private static void plan(TestDatabase database, int year, String status, String process) {
        database.jdbc().sql("insert into plan (plan_year, status, process_instance_id) values (?, ?, ?)").params(year, status, process).update();
    }

    private static void draft(TestDatabase database, String process, String template, int number) {
        database.jdbc().sql("insert into draft (template, period, issuer, kind, number, number_text, task_id, process_instance_id, content,"
                        + " made_by, made_at) values (?, '2025–2030', 'COMMITTEE', ?, ?, ?, 't', ?, ?, 'organisation', current_timestamp)")
                .params(template, template.substring(0, 2), number, "%02d-KH/ĐUK".formatted(number), process, new byte[] {1}).update();
    }
}
