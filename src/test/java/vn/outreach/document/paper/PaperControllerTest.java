package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.ooxml.OfficeFile;
import vn.outreach.testing.OutreachTest;

/** Papers over REST, as their users: what is taken, who may, how it comes back. */
class PaperControllerTest extends OutreachTest {

    @Autowired
    private PaperStore store;

    private String steel;

    // --- there and back ----------------------------------------------------------------------------------------------

    @Test
    void aPaperOfATask_comesBackAsItWasSent() throws Exception {
        steel = enterprise();
        String task = survey(steel);
        byte[] content = Samples.jpeg();
        Desk.Answer added = desk("officer1").add(steel, content, "type", "SURVEY_SHEET", "number", "12-PKS/ĐU", "date", "2026-10-01",
                "fileName", "Ảnh phiếu khảo sát.jpg", "taskId", task);
        assertThat(added.status()).as("%s", added).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(Desk.papers(steel) + "/" + id(added) + "/content");

        Desk.Answer list = desk("office").list(steel);
        JsonNode paper = list.json().get("items").get(0);
        assertThat(list.json().get("total").asInt()).isEqualTo(1);
        assertThat(list.json().get("mayAdd").asBoolean()).isFalse();
        assertThat(paper.get("label").asText()).isEqualTo("Phiếu khảo sát");
        assertThat(paper.get("number").asText() + " " + paper.get("date").asText()).isEqualTo("12-PKS/ĐU 2026-10-01");
        assertThat(paper.get("phase").asText() + "." + paper.get("step").asText() + " " + paper.get("taskId").asText())
                .isEqualTo("survey.scheduleSurvey " + task);
        assertThat(paper.get("uploadedBy").asText()).isEqualTo("officer1");
        assertThat(paper.get("sha256").asText()).isEqualTo(sha256(content));
        assertThat(list.toString()).doesNotContain("storage");

        Desk.Answer back = desk("board").content(steel, id(added));
        assertThat(back.bytes()).isEqualTo(content);
        assertThat(back.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(back.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(back.header("Content-Security-Policy")).contains("default-src 'none'").contains("frame-ancestors 'none'");
        assertThat(back.header("Cache-Control")).contains("no-store");
        assertThat(back.header("Content-Disposition")).startsWith("inline;")
                .contains("filename=\"Anh phieu khao sat.jpg\"", "filename*=UTF-8''%E1%BA%A2nh%20phi%E1%BA%BFu%20kh%E1%BA%A3o%20s%C3%A1t.jpg");
    }

    @Test
    void whoDecidesOnACell_hasItsPapersBesideTheForm_andNobodyWhoMayNotReadThem() {
        steel = enterprise("workers", 600, "full_members", 40);
        startPhase("partyCellFounding", steel, "willingFullMembers", 5);
        complete("organisation", steel, "collectTransferWishes", "willingFullMembers", 5);
        complete("organisation", steel, "transferPostings", "transferredMembers", 5);
        String file = task(steel, "prepareFoundingFile").getId();
        long sheet = id(add("officer1", Samples.pdf(), "type", "FOUNDING_REQUEST", "number", "15-TTr/ĐUK", "date", day(0), "taskId", file));
        long old = id(add("officer1", Samples.pdf(), "type", "FOUNDING_PROJECT", "taskId", file));
        long project = id(add("officer1", Samples.docx(), "type", "FOUNDING_PROJECT", "taskId", file, "replaces", Long.toString(old)));
        long photo = id(add("officer1", Samples.png(), "type", "PHOTO"));
        long wrong = id(add("officer1", Samples.pdf(), "type", "OTHER"));
        assertThat(desk("officer1").send("POST", Desk.papers(steel) + "/" + wrong + "/withdrawal", "{\"reason\": \"Nhầm\"}").status()).isEqualTo(200);
        assertThat(besideForm("officer1", file).get("papers")).as("no decision").isEmpty();
        complete("officer1", steel, "prepareFoundingFile", "fileComplete", true);
        complete("organisation", steel, "appraiseFoundingFile", "appraisal", "PASS");

        String decision = task(steel, "decideCellFounding").getId();
        JsonNode papers = besideForm("committee", decision).get("papers");

        assertThat(papers.findValuesAsText("content")).as("those of the founding first")
                .containsExactly(content(project), content(sheet), content(photo));
        assertThat(papers.findValuesAsText("shown")).containsExactly("false", "true", "true");
        assertThat(papers.get(1).get("label").asText() + " " + papers.get(1).get("number").asText() + " " + papers.get(1).get("date").asText())
                .isEqualTo("Tờ trình thành lập chi bộ 15-TTr/ĐUK " + day(0));
        assertThat(desk("committee").get(papers.get(0).get("content").asText()).status()).isEqualTo(200);
        assertThat(desk("zoneunion").get("/api/v1/tasks/" + decision + "/form").status()).isEqualTo(404);
    }

    private JsonNode besideForm(String user, String task) {
        return desk(user).get("/api/v1/tasks/" + task + "/form").json();
    }

    private String content(long paper) {
        return Desk.papers(steel) + "/" + paper + "/content";
    }

    @ParameterizedTest
    @CsvSource({"attachedTemplate,paper-remote", "image,paper-remote", "oleObject,paper-embedded", "aFChunk,paper-embedded",
        "hyperlink,"})
    void aDocumentThatFetchesFromElsewhereIsRefused_aLinkIsNone(String relationship, String code) {
        steel = enterprise();
        byte[] file = OfficeFile.word("<w:p/>").relate("word/document.xml",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + relationship, "http://example.vn/a", true).bytes();
        Desk.Answer answer = desk("officer1").add(steel, file, "type", "OTHER", "fileName", "a.docx");
        assertThat(answer.status()).as("%s", answer).isEqualTo(code == null ? 201 : 422);
        assertThat(answer.json().path("code").asText(null)).isEqualTo(code);
    }

    @Test
    void threeSlowFilesOfOnePersonKeepNobodyElseOut() throws IOException {
        steel = enterprise();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                Socket line = new Socket("localhost", port);
                slow.add(line);
                line.getOutputStream().write(("POST " + Desk.papers(steel) + "?type=OTHER HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nAuthorization: Basic " + Base64.getEncoder().encodeToString(("officer2:" + password("officer2")).getBytes())
                        + "\r\nContent-Type: application/pdf\r\nContent-Length: 1000\r\n\r\n%").getBytes(StandardCharsets.US_ASCII));
            }
            await().untilAsserted(() ->
                    assertThat(add("officer2", Samples.pdf(), "type", "OTHER").code()).isEqualTo("files-of-one-person"));
            assertThat(add("officer1", Samples.pdf(), "type", "OTHER").status()).isEqualTo(201);
        } finally {
            for (Socket line : slow) {
                line.close();
            }
        }
        await().untilAsserted(() -> assertThat(add("officer2", Samples.pdf(), "type", "OTHER").status()).isEqualTo(201));
    }

    @Test
    void documentsOfWordAndExcel_areGivenToKeep() {
        steel = enterprise();
        for (byte[] content : new byte[][] {Samples.docx(), Samples.xlsx()}) {
            long id = id(add("officer1", content, "type", "OTHER", "fileName", "Tờ trình.pdf"));
            Desk.Answer back = desk("officer1").content(steel, id);
            assertThat(back.header("Content-Disposition")).startsWith("attachment;").contains(".pdf.");
            assertThat(back.bytes()).isEqualTo(content);
        }
    }

    @Test
    void aNewVersion_standsBeforeTheOld_andBothAreReadable() {
        steel = enterprise();
        byte[] old = Samples.pdf();
        long first = id(add("officer1", old, "type", "CONGRESS_MINUTES"));
        Desk.Answer second = add("officer1", Samples.pdf(), "replaces", "" + first, "number", "2");
        assertThat(second.json().get("version").asInt()).isEqualTo(2);
        assertThat(second.json().get("type").asText()).isEqualTo("CONGRESS_MINUTES");
        JsonNode items = desk("officer1").list(steel).json().get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("chain")).isEqualTo(items.get(1).get("chain"));
        assertThat(desk("officer1").content(steel, first).bytes()).isEqualTo(old);
        assertThat(add("officer1", Samples.pdf(), "replaces", "" + first).code()).isEqualTo("changed-meanwhile");

        long ofSurvey = id(add("officer1", Samples.pdf(), "type", "SURVEY_SHEET", "taskId", survey(steel)));
        assertThat(add("officer1", Samples.pdf(), "replaces", "" + ofSurvey).json().get("phase").asText())
                .as("no way to show a step's paper to others").isEqualTo("survey");
    }

    @Test
    void whatIsSaidOfAPaper_isChangedWithItsRevision_andAPaperIsWithdrawnWithAReason() {
        steel = enterprise();
        long id = id(add("officer1", Samples.pdf(), "type", "OTHER"));
        String path = Desk.papers(steel) + "/" + id;
        Desk.Answer changed = desk("officer1").send("PATCH", path, "{\"revision\": 1, \"type\": \"WORK_MINUTES\", \"number\": \"5\", \"date\": \"2026-10-02\"}");
        assertThat(changed.json().get("label").asText()).as("%s", changed).isEqualTo("Biên bản làm việc");
        assertThat(desk("officer1").send("PATCH", path, "{\"revision\": 1, \"number\": \"6\"}").status()).isEqualTo(409);
        assertThat(desk("officer1").send("PATCH", path, "{\"revision\": 2, \"date\": \"" + day(1) + "\"}").code()).isEqualTo("date-future");
        assertThat(desk("officer1").send("PATCH", path, "{\"number\": \"6\"}").code()).isEqualTo("field-missing");
        assertThat(desk("officer1").send("POST", path + "/withdrawal", "{}").code()).isEqualTo("field-missing");
        assertThat(desk("officer1").send("POST", path + "/withdrawal", "{\"reason\": \"Gửi nhầm\"}").status()).isEqualTo(200);
        JsonNode paper = desk("officer1").list(steel).json().get("items").get(0);
        assertThat(paper.get("withdrawnReason").asText()).isEqualTo("Gửi nhầm");
        assertThat(jdbc.sql("select action from audit where subject = ? order by id").param(steel + "/" + id).query(String.class).list())
                .containsExactly("PAPER_CHANGED", "PAPER_WITHDRAWN");
        assertThat(desk("officer1").send("DELETE", path, "").status()).as("nothing is deleted").isEqualTo(405);
    }

    @Test
    void systemsSendPapersToo() {
        steel = enterprise();
        long id = id(add("integration", Samples.pdf(), "type", "RECOGNITION_DECISION", "number", "9/QĐ-CĐ"));
        assertThat(desk("integration").content(steel, id).status()).isEqualTo(200);
    }

    // --- who ---------------------------------------------------------------------------------------------------------

    @Test
    void whoWorksOnAStep_addsItsPapers_andNobodyElse() {
        steel = enterprise();
        String task = survey(steel);
        for (String user : new String[] {"board", "office", "committee", "propaganda"}) {
            assertThat(desk(user).add(steel, Samples.pdf(), "type", "OTHER", "taskId", task).status()).as(user).isEqualTo(403);
        }
        for (String user : new String[] {"zoneunion", "youth", "mobilecell"}) {
            assertThat(desk(user).add(steel, Samples.pdf(), "type", "OTHER", "taskId", task).status()).as(user).isIn(403, 404);
        }
        assertThat(desk("admin").add(steel, Samples.pdf(), "type", "OTHER").status()).isEqualTo(403);
        assertThat(desk("organisation").add(steel, Samples.pdf(), "type", "OTHER", "taskId", task).status()).isEqualTo(201);
        assertThat(desk("office").add(steel, Samples.pdf(), "type", "OTHER").status()).isEqualTo(403);
        assertThat(desk("zoneunion").add(steel, Samples.pdf(), "type", "OTHER").status()).isEqualTo(201);
    }

    @Test
    void whoDoesNotReadAStep_doesNotSeeItsPapers() {
        steel = enterprise();
        long id = id(add("officer1", Samples.pdf(), "type", "SURVEY_SHEET", "taskId", survey(steel)));
        assertThat(desk("zoneunion").list(steel).json().get("items")).isEmpty();
        assertThat(desk("zoneunion").content(steel, id).code()).isEqualTo("paper-unknown");
        assertThat(desk("zoneunion").add(steel, Samples.pdf(), "replaces", "" + id, "type", "OTHER").code()).isEqualTo("paper-unknown");
        assertThat(desk("zoneunion").send("POST", Desk.papers(steel) + "/" + id + "/withdrawal", "{\"reason\": \"x\"}").status()).isEqualTo(404);
        assertThat(desk("mobilecell").list(steel).status()).isEqualTo(403);
        assertThat(desk("office").send("POST", Desk.papers(steel) + "/" + id + "/withdrawal", "{\"reason\": \"x\"}").status()).isEqualTo(403);
        assertThat(desk("admin").content(steel, id).status()).isEqualTo(200);
    }

    @Test
    void anotherEnterprisesAddress_isNoWayToAPaper() {
        steel = enterprise();
        long id = id(add("officer1", Samples.pdf(), "type", "OTHER"));
        String other = enterprise();
        assertThat(desk("officer1").content(other, id).status()).isEqualTo(404);
        assertThat(desk("officer1").add(other, Samples.pdf(), "replaces", "" + id).code()).isEqualTo("paper-unknown");
        assertThat(desk("officer1").add(other, Samples.pdf(), "type", "OTHER", "taskId", survey(steel)).code()).isEqualTo("task-of-another");
        assertThat(desk("officer1").list(newTaxCode()).status()).isEqualTo(404);
    }

    @Test
    void anAdmissionsTask_takesNoContent() {
        steel = enterprise("owner_agreed_on", LocalDate.of(2026, 5, 4));
        String ref = desk("organisation").send("POST", "/api/v1/candidates", "{\"enterpriseCode\": \"" + steel + "\"}")
                .json().get("candidateRef").asText();
        start("organisation", "memberAdmission", "enterpriseCode", steel, "candidateRef", ref);
        String task = task(ref, "recordConsent").getId();
        Desk.Answer refused = desk("organisation").add(steel, Samples.pdf(), "type", "OTHER", "taskId", task);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.sentence()).contains("không được tải lên");
        assertThat(desk("organisation").list(steel).json().get("items")).isEmpty();
        JsonNode beside = desk("organisation").get("/api/v1/tasks/" + task + "/papers").json();
        assertThat(beside.get("candidateRef").asText()).isEqualTo(ref);
        assertThat(desk("officer1").get("/api/v1/tasks/" + task + "/papers").status()).isEqualTo(404);
    }

    // --- attacks -----------------------------------------------------------------------------------------------------

    @Test
    void aProgramCalledAPhoto_isNone() {
        steel = enterprise();
        Desk.Answer refused = desk("officer1").send("POST", Desk.papers(steel) + "?type=PHOTO&fileName=a.jpg", "image/jpeg", Samples.exe());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("paper-kind");
        assertThat(add("officer1", Samples.docm(), "type", "OTHER", "fileName", "a.docx").code()).isEqualTo("paper-macros");
        assertThat(add("officer1", Samples.bomb(), "type", "OTHER", "fileName", "a.docx").code()).isEqualTo("paper-bomb");
        assertThat(add("officer1", new byte[0], "type", "OTHER").code()).isEqualTo("paper-empty");
        assertThat(desk("officer1").list(steel).json().get("items")).isEmpty();
    }

    @Test
    void aNameThatClimbs_staysWhereItIs() throws IOException {
        steel = enterprise();
        Desk.Answer added = add("officer1", Samples.pdf(), "type", "OTHER", "fileName", "../../../../etc/cron.d/x\r\nSet-Cookie: a=b");
        assertThat(added.status()).as("%s", added).isEqualTo(201);
        assertThat(added.json().get("fileName").asText()).isEqualTo("x Set-Cookie a=b.pdf");
        Desk.Answer back = desk("officer1").content(steel, id(added));
        assertThat(back.header("Set-Cookie")).isNull();
        try (Stream<Path> files = Files.walk(store.incoming().getParent())) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(file -> file.getFileName().toString().contains("cron"));
        }
    }

    @Test
    void twentyFiveMegabytesAreTaken_oneByteMoreIsNot() throws IOException {
        steel = enterprise();
        int limit = 25 * 1024 * 1024;
        Desk.Answer refused = add("officer1", Samples.pdfOf(limit + 1), "type", "OTHER");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("body-too-large");
        Desk.Answer taken = add("officer1", Samples.pdfOf(limit), "type", "OTHER");
        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        assertThat(taken.json().get("size").asLong()).isEqualTo(limit);
        try (Stream<Path> left = Files.list(store.incoming())) {
            assertThat(left).as("nothing stays on the way").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "type,      CANDIDATE_FILE,   field-choice",
        "number,    two,              field-missing",
        "date,      01/10/2026,       field-type",
        "date,      TODAY+1,          date-future",
        "replaces,  x,                field-type",
        "replaces,  99999999,         paper-unknown",
        "taskId,    none,             task-unknown",
        "folder,    x,                field-unknown"})
    void whatIsSaidWrongly_isNamed_andNothingIsKept(String name, String value, String code) {
        steel = enterprise();
        Desk.Answer refused = name.equals("number") || name.equals("type")
                ? add("officer1", Samples.pdf(), name, value)
                : add("officer1", Samples.pdf(), "type", "OTHER", name, value(value));
        assertThat(refused.code()).as("%s", refused).isEqualTo(code);
        assertThat(desk("officer1").list(steel).json().get("items")).isEmpty();
    }

    @Test
    void aFormOrSeveralParts_areNoPaper() {
        steel = enterprise();
        String path = Desk.papers(steel) + "?type=OTHER";
        assertThat(desk("officer1").send("POST", path, "application/x-www-form-urlencoded", "a=b".getBytes(StandardCharsets.UTF_8)).code())
                .isIn("paper-kind", "field-unknown");
        assertThat(desk("officer1").send("POST", path, "multipart/form-data; boundary=x", "--x--".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("paper-kind");
        assertThat(desk("officer1").send("POST", path, "application/json", null).code()).isEqualTo("paper-empty");
    }

    // -------------------------------------------------------------------------------------------------------------------

    private Desk desk(String user) {
        return new Desk(port, user, password(user));
    }

    private Desk.Answer add(String user, byte[] content, String... known) {
        return desk(user).add(steel, content, known);
    }

    /** The open task of a survey that has just begun. */
    private String survey(String taxCode) {
        startPhase("survey", taxCode);
        return task(taxCode, "scheduleSurvey").getId();
    }

    private static long id(Desk.Answer added) {
        return added.json().get("id").asLong();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
