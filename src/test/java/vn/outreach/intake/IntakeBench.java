package vn.outreach.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.Jdbc;
import vn.outreach.testing.OutreachTest;

/**
 * A register list of 10,000 rows beside ten of 1,000 on PostgreSQL: sent, answered and written, all of them new; then sent again
 * with other figures and written over. Needs {@code -Doutreach.test.database=postgresql}.
 */
class IntakeBench extends OutreachTest {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeBench.class);
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int ANSWERS = 9;
    private static final double MOST_TIMES = 1.3;
    private static final double MOST_TIMES_OF_AN_ACT = 1.1;
    private static final int SURVEYS = 40;
    private static final int ROUNDS = 5;
    private static final double MOST_SECONDS = 30;
    private static final double MOST_ROUND_TRIPS_OF_A_ROW = 3;
    private static final double MOST_MILLIS_OF_AN_ANSWER = 100;

    @Autowired
    private IntakeApplying applying;

    private Lists board;

    /** What each step took of a list. */
    private record Spans(double take, double apply, double roundTrips, double answer) {

        Spans plus(Spans other) {
            return new Spans(take + other.take, apply + other.apply, Math.max(roundTrips, other.roundTrips), Math.max(answer, other.answer));
        }
    }

    @Test
    void aLongListCostsARowWhatAShortOneDoes() {
        at(LocalDate.of(2026, 10, 5));
        board = new Lists(port, "organisation", password("organisation"));
        // The first list pays for what is compiled and opened once.
        List<String> warm = codes(MANY);
        round("warm", warm, 0);
        round("warm", warm, 1);
        List<List<String>> few = new ArrayList<>();
        for (int i = 0; i < MANY / FEW; i++) {
            few.add(codes(FEW));
        }
        List<String> many = codes(MANY);
        SoftAssertions softly = new SoftAssertions();
        for (int more = 0; more < 2; more++) {
            // Half of the short lists before the long one and half behind it: what else the computer does falls on both.
            Spans small = rounds(few.subList(0, few.size() / 2), more);
            Spans large = round("many", many, more);
            small = small.plus(rounds(few.subList(few.size() / 2, few.size()), more));
            LOG.info("{} rows: {} times the seconds to take, {} times to write", MANY, large.take / small.take, large.apply / small.apply);
            softly.assertThat(large.take).as("seconds to take").isLessThanOrEqualTo(MOST_TIMES * small.take);
            softly.assertThat(large.apply).as("seconds to write").isLessThanOrEqualTo(MOST_TIMES * small.apply);
            softly.assertThat(large.take + large.apply).as("seconds").isLessThanOrEqualTo(MOST_SECONDS);
            softly.assertThat(large.roundTrips).as("round trips a row").isLessThanOrEqualTo(MOST_ROUND_TRIPS_OF_A_ROW);
            softly.assertThat(large.answer).as("ms of one row's answer").isLessThanOrEqualTo(MOST_MILLIS_OF_AN_ANSWER);
        }
        softly.assertAll();
    }

    private Spans rounds(List<List<String>> lists, int more) {
        Spans sum = new Spans(0, 0, 0, 0);
        for (List<String> list : lists) {
            sum = sum.plus(round("few", list, more));
        }
        return sum;
    }

    /** A row of a list of surveys beside the same survey sent to the engine's API, turn and turn about. */
    @Test
    void aSurveyOfAListCostsWhatTheSingleActDoes() throws Exception {
        at(LocalDate.of(2026, 10, 5));
        board = new Lists(port, "officer1", password("officer1"));
        surveys(open(SURVEYS));
        acts(open(SURVEYS));
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double acts = acts(open(SURVEYS));
            double list = surveys(open(SURVEYS));
            LOG.info("{} surveys: {} s one by one, {} s by a list", SURVEYS, acts, list);
            ratios.add(list / acts);
        }
        ratios.sort(null);
        LOG.info("A row of a list takes {} of the single act", ratios);
        assertThat(ratios.get(ROUNDS / 2)).isLessThanOrEqualTo(MOST_TIMES_OF_AN_ACT);
    }

    private List<String> open(int count) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = enterprise("workers", 200);
            startPhase("survey", code, "responsibleMember", "officer1");
            complete("officer1", code, "scheduleSurvey", "surveyDate", "2026-10-05", "surveyMethod", "VISIT");
            completeExternal(code, "sendOfficialLetter");
            open.add(code);
        }
        return open;
    }

    private double surveys(List<String> codes) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(Lists.cells("MST", "Ngày khảo sát", "Số lao động", "Đoàn viên công đoàn", "Đoàn viên thanh niên", "Số chi đoàn",
                "Đảng viên chính thức", "Đảng viên dự bị", "Thái độ chủ doanh nghiệp", "Mức độ tiếp cận"));
        codes.forEach(code -> rows.add(Lists.cells(code, LocalDate.of(2026, 10, 5), 210, 40, 12, 1, 3, 1, "Ủng hộ", "Dễ tiếp cận")));
        String id = board.take("SURVEYS", "surveys.xlsx", Lists.sheet("A", rows.toArray(Object[][]::new))).json().get("id").asText();
        assertThat(board.send("POST", "/" + id + "/apply", Map.of("mode", "VALID_ROWS")).status()).isEqualTo(202);
        long start = System.nanoTime();
        Jdbc.Cost cost = Jdbc.of(applying::pass);
        double took = seconds(start);
        LOG.info("By a list: {} round trips a survey", (double) cost.roundTrips() / codes.size());
        assertThat(board.get("/" + id).json().get("written").asInt()).isEqualTo(codes.size());
        return took;
    }

    private double acts(List<String> codes) throws Exception {
        List<String> ids = codes.stream().map(code -> task(code, "conductSurvey").getId()).toList();
        String login = "Basic " + Base64.getEncoder().encodeToString(("officer1:" + password("officer1")).getBytes());
        HttpClient http = HttpClient.newHttpClient();
        long start = System.nanoTime();
        for (String id : ids) {
            int status = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/task/" + id + "/complete"))
                    .header("Authorization", login).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"variables": {"surveyResult": {"value": "COMPLETED"}, "conductedOn": {"value": "2026-10-05"}, "workerCount": {"value": 210},
                             "unionMembers": {"value": 40}, "youthUnionMembers": {"value": 12}, "youthBranches": {"value": 1}, "fullMembers": {"value": 3},
                             "probationaryMembers": {"value": 1}, "ownerAttitude": {"value": "SUPPORTIVE"}, "accessibility": {"value": "EASY"}}}""")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
            assertThat(status).isEqualTo(204);
        }
        return seconds(start);
    }

    private static List<String> codes(int rows) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            codes.add(newTaxCode());
        }
        return codes;
    }

    private Spans round(String what, List<String> codes, int more) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(Lists.cells("STT", "Tên doanh nghiệp", "Mã số thuế", "KCN", "Địa chỉ", "Ngành nghề", "Số lao động", "Công đoàn"));
        for (String code : codes) {
            rows.add(Lists.cells(rows.size(), "Công ty TNHH " + code, code, "KCN Phú Mỹ I", "Đường số " + rows.size(), "Sản xuất thép",
                    100 + more + rows.size() % 7, "Chưa"));
        }
        byte[] file = Lists.sheet("Danh sách", rows.toArray(Object[][]::new));
        MemoryPoolMXBean old = oldGeneration();
        System.gc();
        long before = old.getUsage().getUsed();
        old.resetPeakUsage();

        long start = System.nanoTime();
        JsonNode list = board.take("REGISTER", what + ".xlsx", file).json();
        double take = seconds(start);
        String id = list.get("id").asText();
        double[] answers = new double[ANSWERS];
        for (int i = 0; i < ANSWERS; i++) {
            start = System.nanoTime();
            assertThat(board.send("PATCH", "/" + id + "/rows/" + (2 + i), Map.of("values", Map.of("workers", "7" + more))).status()).isEqualTo(200);
            answers[i] = seconds(start) * 1000;
        }
        Arrays.sort(answers);
        double answer = answers[ANSWERS / 2];
        assertThat(board.send("POST", "/" + id + "/apply", Map.of("mode", "VALID_ROWS")).status()).isEqualTo(202);
        start = System.nanoTime();
        Jdbc.Cost cost = Jdbc.of(applying::pass);
        double apply = seconds(start);
        JsonNode written = board.get("/" + id).json();
        LOG.info("{} {} rows, {} bytes: counted {}, taken in {} s, one answered in {} ms, {} written in {} s ({}), {} MB of heap more at most", what,
                codes.size(), file.length, list.get("counts"), take, answer, written.get("written"), apply, cost,
                (old.getPeakUsage().getUsed() - before) >> 20);
        assertThat(written.get("state").asText()).isEqualTo("APPLIED");
        assertThat(written.get("written").asInt()).isEqualTo(codes.size());
        return new Spans(take, apply, (double) cost.roundTrips() / codes.size(), answer);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static MemoryPoolMXBean oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getName().matches(".*(Old|Tenured).*")).findFirst().orElseThrow();
    }
}
