package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.OutreachTest;

/** Papers in the timeline of their enterprise: for those who may read them, and while they count. */
class PaperTimelineTest extends OutreachTest {

    @Test
    void aPaperIsAnEntryOfTheTimeline_forItsReaders() {
        String code = enterprise();
        startPhase("survey", code);
        Desk officer = new Desk(port, "officer1", "officer1");
        Desk.Answer added = officer.add(code, Samples.jpeg(), "type", "SURVEY_SHEET", "number", "12-PKS/ĐU",
                "taskId", task(code, "scheduleSurvey").getId());
        assertThat(added.status()).isEqualTo(201);

        assertThat(papers("officer1", code)).containsExactly("Phiếu khảo sát số 12-PKS/ĐU");
        assertThat(papers("zoneunion", code)).as("reads cases, not surveys").isEmpty();
        assertThat(papers("mobilecell", code)).as("reads no cases").isEmpty();

        String paper = Desk.papers(code) + "/" + added.json().get("id").asLong();
        assertThat(officer.send("POST", paper + "/withdrawal", "{\"reason\": \"Nhầm doanh nghiệp\"}").status()).isLessThan(300);
        assertThat(papers("officer1", code)).isEmpty();
    }

    private List<String> papers(String user, String code) {
        JsonNode timeline = new Desk(port, user, user).get("/api/v1/enterprises/" + code + "/timeline").json().get("items");
        return timeline.findParents("kind").stream()
                .filter(entry -> entry.get("kind").asText().equals("PAPER"))
                .map(entry -> entry.get("text").asText())
                .toList();
    }
}
