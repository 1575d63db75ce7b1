package vn.outreach.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.outreach.register.achievement.AchievementsFixture;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.ReachingStep;
import vn.outreach.testing.TestDatabase;

/**
 * A register with its ledger and its plans, written by {@code COPY} in the shape in which the application leaves its rows.
 * The same number of enterprises gives the same rows.
 */
final class PlanFill {

    /** Plans of 1,000 rows, for every size of register, and of 10,000 where the register is large enough. */
    static final int SMALL_PLAN = 2023;

    static final int LARGE_PLAN = 2026;
    static final int ROWS_OF_SMALL = 1_000;
    static final int ROWS_OF_LARGE = 10_000;

    private static final int BATCH = 10_000;
    private static final int LEDGER_ROWS = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 2100;
    private static final String NULL = "\\N";

    private static final List<ReachingStep> STEPS = List.of(
            new ReachingStep(Measure.SURVEY, "survey", "conductSurvey", Set.of("COMPLETED")),
            new ReachingStep(Measure.MEETING, "ownerPersuasion", "meetOwner", Set.of("DEFERRED")),
            new ReachingStep(Measure.UNION, "unionFounding", "recordUnionDecision", Set.of("RECOGNISED")),
            new ReachingStep(Measure.CELL, "partyCellFounding", "announceCell", Set.of()),
            new ReachingStep(Measure.ADMISSION, "memberAdmission", "holdCeremony", Set.of()));

    private final TestDatabase database;
    private final int enterprises;
    private final Random random = new Random(20261130);

    PlanFill(TestDatabase database, int enterprises) {
        this.database = database;
        this.enterprises = enterprises;
    }

    /** Fills an empty database of the application's own tables; returns how many ledger rows there are. */
    int fill() {
        copy("enterprise (tax_code, name, search_name, sort_name, zone, sector, workers, accessibility, surveyed_on, union_recognised_on,"
                + " responsible_member, stage, created_at, updated_at, version)", enterprises, number -> List.of(enterprise(number)));
        copy("outcome (tax_code, phase, step, result, occurred_on, recorded_by, recorded_at, plan_year, round, source, rule_version,"
                + " process_instance_id, case_id, activity_instance_id)", enterprises, this::ledger);
        plan(SMALL_PLAN, ROWS_OF_SMALL);
        plan(SMALL_PLAN - 1, ROWS_OF_SMALL);
        if (enterprises >= ROWS_OF_LARGE) {
            plan(LARGE_PLAN, ROWS_OF_LARGE);
            plan(LARGE_PLAN - 1, ROWS_OF_LARGE);
        }
        return enterprises * LEDGER_ROWS;
    }

    /** As an administrator has everything counted anew. */
    void recount() {
        AchievementsFixture.recount(database, STEPS);
    }

    /** What the database does by itself soon after many rows came or went. */
    void analyse() {
        database.jdbc().sql("vacuum analyze").update();
    }

    private String enterprise(int number) {
        String name = "TNHH Thử " + number;
        return line(taxCode(number), name, name.toLowerCase(java.util.Locale.ROOT), name, "Khu " + number % 40, "thép", random.nextInt(3000),
                List.of("EASY", "HARD", "UNKNOWN").get(random.nextInt(3)), random.nextInt(4) == 0 ? NULL : day(),
                random.nextInt(3) == 0 ? day() : NULL, member(number), "REGISTERED", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", 0);
    }

    /** Ten steps of each enterprise; some three of them reach something. */
    private List<String> ledger(int number) {
        List<String> rows = new ArrayList<>();
        step(rows, number, "survey", "scheduleSurvey", "DONE");
        step(rows, number, "survey", "sendOfficialLetter", "DONE");
        step(rows, number, "survey", "conductSurvey", random.nextInt(10) == 0 ? "REFUSED" : "COMPLETED");
        step(rows, number, "survey", "verifyPostings", "DONE");
        step(rows, number, "survey", "end", "COMPLETED");
        step(rows, number, "enterpriseOutreach", "rank", "DONE");
        step(rows, number, "ownerPersuasion", "prepareMeeting", "DONE");
        step(rows, number, "ownerPersuasion", "meetOwner", random.nextInt(4) == 0 ? "UNREACHABLE" : "DEFERRED");
        step(rows, number, "unionFounding", "recordUnionDecision", random.nextInt(2) == 0 ? "RECOGNISED" : "REJECTED");
        boolean cell = random.nextInt(2) == 0;
        step(rows, number, cell ? "partyCellFounding" : "memberAdmission", cell ? "announceCell" : "holdCeremony", "DONE");
        return rows;
    }

    private void step(List<String> rows, int number, String phase, String step, String result) {
        String day = day();
        rows.add(line(taxCode(number), phase, step, result, day, member(number), day + "T09:00:00Z", day.substring(0, 4), 1, "PERSON", "QD208_2026",
                phase + number, "case" + number, number + "." + rows.size()));
    }

    private void plan(int year, int rows) {
        database.jdbc().sql("""
                insert into plan (plan_year, status, target_surveys, target_meetings, target_unions, target_cells, target_admissions)
                values (?, 'APPROVED', 100, 100, 50, 20, 10)""").param(year).update();
        int each = enterprises / rows;
        copy("plan_row (plan_year, tax_code, responsible_member, unit, admission_target, measures, start_on, due_on, status, priority)", rows,
                number -> List.of(line(year, taxCode(number * each), member(number), "Ban Dân vận", random.nextInt(3), "SURVEY,MEETING",
                        year + "-02-01", year + "-09-30", "STARTED", 1 + random.nextInt(9))));
        AchievementsFixture.fold(database).follow(year, IntStream.range(0, rows).mapToObj(number -> taxCode(number * each)).toList());
    }

    static String taxCode(int number) {
        return "%010d".formatted(300_000_000L + number);
    }

    private static String member(int number) {
        return "officer" + number % 12;
    }

    private String day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
    }

    private static String line(Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(line.isEmpty() ? "" : "\t").append(value);
        }
        return line.append('\n').toString();
    }

    private void copy(String into, int count, IntFunction<List<String>> rows) {
        try (Connection connection = database.dataSource().getConnection()) {
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            StringBuilder text = new StringBuilder();
            for (int number = 0; number < count; number++) {
                rows.apply(number).forEach(text::append);
                if ((number + 1) % BATCH == 0 || number + 1 == count) {
                    copying.copyIn("copy " + into + " from stdin", new StringReader(text.toString()));
                    text.setLength(0);
                }
            }
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("Cannot fill " + into, failed);
        }
    }
}
