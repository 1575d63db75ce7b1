package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** How much everybody has to do: for heads, of their own units, in the same days as everywhere. */
@Tag("both-databases")
class LoadRestTest extends OutreachTest {

    @Test
    void aHeadSeesHowMuchEachMemberHas_andWhoIsAway() {
        at(LocalDate.of(2026, 10, 5));
        JsonNode before = member("officer1", "officer3");
        String late = surveyOf("officer3");
        tasks.setDueDate(late, java.sql.Timestamp.valueOf("2026-10-02 17:00:00"));
        String soon = surveyOf("officer3");
        tasks.setDueDate(soon, java.sql.Timestamp.valueOf("2026-10-08 17:00:00"));
        String later = surveyOf("officer3");
        tasks.setDueDate(later, java.sql.Timestamp.valueOf("2026-10-09 17:00:00"));
        long absence = rest("officer3").post("/api/v1/deputies", Map.of("deputy", "officer2", "mode", "RECEIVER",
                "from", "2026-11-02", "to", "2026-11-06", "reason", "Nghỉ phép")).ok().json().get("id").asLong();

        JsonNode after = member("officer1", "officer3");

        rest("officer3").post("/api/v1/deputies/" + absence + "/end", Map.of()).ok();
        assertThat(grown(before, after, "open")).isEqualTo(3);
        assertThat(grown(before, after, "overdue")).isEqualTo(1);
        assertThat(grown(before, after, "soon")).isEqualTo(1);
        assertThat(after.get("away").get("from").asText()).isEqualTo("2026-11-02");
        assertThat(after.get("away").get("deputy").asText()).isEqualTo("Trần Văn Bình");
        List<String> ids = StreamSupport.stream(
                        rest("officer1").get("/api/v1/load/officer3").ok().json().get("ids").spliterator(), false)
                .map(JsonNode::asText).toList();
        assertThat(ids).containsSubsequence(late, soon, later);
    }

    @Test
    void onlyHeadsAsk_andOnlyOfTheirOwnUnits() {
        assertThat(rest("officer2").get("/api/v1/load").status()).isEqualTo(403);
        assertThat(rest("officer2").get("/api/v1/load/officer1").status()).isEqualTo(403);
        assertThat(rest("officer1").get("/api/v1/load/propaganda").status()).isEqualTo(404);
        assertThat(rest("officer1").get("/api/v1/load").ok().body()).doesNotContain("organisationBoard", "propaganda");
    }

    private String surveyOf(String officer) {
        String code = enterprise("responsible_member", officer);
        startPhase("survey", code);
        return task(code, "scheduleSurvey").getId();
    }

    private JsonNode member(String head, String member) {
        for (JsonNode unit : rest(head).get("/api/v1/load").ok().json()) {
            for (JsonNode each : unit.get("members")) {
                if (each.get("id").asText().equals(member)) {
                    return each;
                }
            }
        }
        throw new AssertionError(member + " is in no unit of " + head);
    }

    private static int grown(JsonNode before, JsonNode after, String figure) {
        return after.get(figure).asInt() - before.get(figure).asInt();
    }

    private Rest rest(String user) {
        return Rest.nobody("http://localhost:" + port).as(user, password(user));
    }
}
