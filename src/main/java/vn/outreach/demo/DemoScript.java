package vn.outreach.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.outreach.demo.DemoEnterprises.Row;

/**
 * What happened before the first start, day by day: two plans, the ways of the 24 enterprises (domain.md §8.2) and of
 * the candidates (§8.3). Numbers are days before the first start.
 */
final class DemoScript {

    /** Last year's plan: within 18 months before the first start, early enough for a probation of 12 months to end. */
    static final int LAST_PLAN = 535;

    static final int THIS_PLAN = 30;

    private static final int APPROVED_AFTER = 3;
    private static final int PLANNED_ON = 12;
    private static final int CLOSED_ON = 25;
    private static final int REPORTED_AFTER = 8;
    private static final int REPORTED_QUARTERS = 3;

    private final DemoActor actor;
    private final DemoCalendar calendar;
    private final DemoRegister register;
    private final List<Act> acts = new ArrayList<>();

    DemoScript(DemoActor actor, DemoCalendar calendar, DemoRegister register) {
        this.actor = actor;
        this.calendar = calendar;
        this.register = register;
    }

    /** All acts in the order of their days; acts of one day keep the order in which they are written here. */
    List<Act> acts() {
        int year = calendar.firstStart().getYear();
        act(LAST_PLAN + 1, "organisation", register::enterprises);
        yearsBefore(year);
        metEnterprises();
        surveyedEnterprises();
        plannedEnterprises();
        new DemoAdmissions(this, calendar, actor, register).write();
        new DemoContacts(this, calendar, register).write();
        plan(THIS_PLAN, year);
        acts.sort(Comparator.comparingInt(Act::daysBefore).reversed());
        return acts;
    }

    void act(int daysBefore, String userId, Runnable what) {
        acts.add(new Act(daysBefore, userId, what));
    }

    /** A user completes the open task of this key and step. */
    void task(int daysBefore, String userId, String businessKey, String step, Object... fields) {
        act(daysBefore, userId, () -> actor.complete(userId, businessKey, step, fields));
    }

    /** The plan the round begins with, and that of each year that is over since; each is closed in the next January. */
    private void yearsBefore(int year) {
        int first = calendar.day(LAST_PLAN - APPROVED_AFTER).getYear();
        plan(LAST_PLAN, first);
        for (int next = first + 1; next < year; next++) {
            plan(calendar.daysBefore(LocalDate.of(next, 1, PLANNED_ON)), next);
        }
        for (int over = first; over < year; over++) {
            LocalDate approved =
                    over == first ? calendar.day(LAST_PLAN - APPROVED_AFTER) : LocalDate.of(over, 1, PLANNED_ON);
            reports(over, approved);
            close(calendar.daysBefore(LocalDate.of(over + 1, 1, CLOSED_ON)), over);
        }
    }

    /** Each quarter that ended after the approval, and the year. */
    private void reports(int year, LocalDate approved) {
        for (int quarter = 1; quarter <= REPORTED_QUARTERS; quarter++) {
            LocalDate after = LocalDate.of(year, 3 * quarter, 1).plusMonths(1);
            if (approved.isBefore(after)) {
                report(year, "Q" + quarter, after);
            }
        }
        report(year, "YEAR", LocalDate.of(year + 1, 1, 1));
    }

    private void report(int year, String period, LocalDate after) {
        int written = calendar.daysBefore(after.plusDays(REPORTED_AFTER));
        int approved = written - APPROVED_AFTER;
        if (approved > 0) {
            act(written, "organisation", () -> register.report(year, period, after.minusDays(1)));
            task(written, "organisation", String.valueOf(year), "prepareReport", "reportReady", true);
            task(approved, "board", String.valueOf(year), "approveReport", "reportDecision", "APPROVED");
        }
    }

    /** Whatever is open goes on in the next year; what was reached the product sees itself. */
    private void close(int day, int year) {
        if (day > 0) {
            act(day, "organisation", () -> register.carryRows(year));
            task(day, "organisation", String.valueOf(year), "closePlan", "planClosed", true);
            act(day, "organisation", () -> register.markCarried(year + 1));
        }
    }

    private void plan(int day, int year) {
        String key = String.valueOf(year);
        act(day, "organisation", () -> register.planRows(year));
        act(day, "organisation", () -> actor.start("annualPlan", "planYear", year));
        task(
                day - 1,
                "organisation",
                key,
                "draftPlan",
                "targetSurveys",
                24,
                "targetMeetings",
                12,
                "targetUnions",
                4,
                "targetCells",
                4,
                "targetAdmissions",
                15);
        task(day - APPROVED_AFTER, "committee", key, "approvePlan", "planDecision", "APPROVED");
    }

    // --- the seven that were met -------------------------------------------------------------------------------------

    private void metEnterprises() {
        survey("E01", 300);
        agreed("E01", 270, "AGREED");
        wishes("E01", 240, 4);
        foundingFile("E01", 60);
        youthFounding("E01", 230);

        survey("E02", 260);
        met("E02", 60, "DEFERRED", "obstacles", "PARENT_ELSEWHERE");

        survey("E03", 400);
        agreed("E03", 370, "AGREED");
        wishes("E03", 340, 3);
        foundingFile("E03", 130);
        founded("E03", 70, "03-QĐ/ĐUK");

        survey("E04", 330);
        agreed("E04", 300, "AGREED_WITH_CONDITIONS");

        survey("E05", 520);
        agreed("E05", 495, "AGREED");
        wishes("E05", 480, 5);
        foundingFile("E05", 430);
        founded("E05", 405, "01-QĐ/ĐUK");
        handOverLater("E05", 380, 275, 170, 62);

        survey("E06", 200);
        met("E06", 100, "REFUSED", "obstacles", "OWNER_NOT_INTERESTED,OWNER_UNAWARE");

        survey("E07", 518);
        agreed("E07", 492, "AGREED");
        wishes("E07", 475, 4);
        foundingFile("E07", 425);
        founded("E07", 400, "02-QĐ/ĐUK");
        handOverLater("E07", 375, 270, 165, 60);

        // E04 waits for its third member since the owner agreed; after half a year it was looked at once.
        task(110, officer("E04"), taxCode("E04"), "reviewWaiting", "stillFeasible", true);
    }

    /** Survey with the figures of the table: scheduled, letter, visit, postings verified. */
    private void survey(String code, int day) {
        Row row = DemoEnterprises.of(code);
        schedule(code, day, day - 4);
        task(day - 4, row.officer(), row.taxCode(), "conductSurvey", register.surveyFigures(row, calendar, day - 4));
        task(
                day - 14,
                "organisation",
                row.taxCode(),
                "verifyPostings",
                "fullMembersVerified",
                register.fullMembersAtSurvey(row),
                "willingFullMembers",
                Math.min(register.fullMembersAtSurvey(row), register.willing(row)));
    }

    private void schedule(String code, int day, int surveyDay) {
        Row row = DemoEnterprises.of(code);
        task(
                day,
                row.officer(),
                row.taxCode(),
                "scheduleSurvey",
                "surveyDate",
                calendar.text(surveyDay),
                "surveyMethod",
                "VISIT");
        act(
                day - 1,
                "integration",
                () -> actor.letterSent(row.taxCode(), code.substring(1) + "-CV/ĐUK", calendar.text(day - 1)));
    }

    private void prepared(String code, int day, int meetingDay) {
        Row row = DemoEnterprises.of(code);
        task(day, "propaganda", row.taxCode(), "chooseMaterials", "materials", "LAW_DIGEST,OWNER_BENEFITS");
        task(
                day,
                row.officer(),
                row.taxCode(),
                "prepareMeeting",
                "meetingDate",
                calendar.text(meetingDay),
                "meetingPlace",
                "Văn phòng doanh nghiệp");
    }

    private void met(String code, int day, String outcome, Object... more) {
        Row row = DemoEnterprises.of(code);
        prepared(code, day + 6, day);
        Object[] fields = new Object[more.length + 4];
        fields[0] = "persuasionOutcome";
        fields[1] = outcome;
        fields[2] = "metOn";
        fields[3] = calendar.text(day);
        System.arraycopy(more, 0, fields, 4, more.length);
        task(day, row.officer(), row.taxCode(), "meetOwner", fields);
    }

    private void agreed(String code, int day, String outcome) {
        if (outcome.equals("AGREED_WITH_CONDITIONS")) {
            met(code, day, outcome, "conditions", "Sinh hoạt ngoài ca sản xuất");
        } else {
            met(code, day, outcome);
        }
    }

    private void wishes(String code, int day, int willing) {
        task(day, "organisation", taxCode(code), "collectTransferWishes", "willingFullMembers", willing);
        task(day - 30, "organisation", taxCode(code), "transferPostings", "transferredMembers", willing);
    }

    private void foundingFile(String code, int day) {
        task(day, officer(code), taxCode(code), "prepareFoundingFile", "fileComplete", true);
        task(day - 5, "organisation2", taxCode(code), "appraiseFoundingFile", "appraisal", "PASS");
    }

    private void founded(String code, int day, String number) {
        task(
                day,
                "committee",
                taxCode(code),
                "decideCellFounding",
                "cellDecision",
                "FOUNDED",
                "decisionNumber",
                number,
                "decisionDate",
                calendar.text(day));
        task(day - 10, officer(code), taxCode(code), "announceCell", "announcedOn", calendar.text(day - 10));
    }

    /** The hand-over is put off again and again while the cell still needs its officer. */
    private void handOverLater(String code, int... days) {
        for (int day : days) {
            task(day, officer(code), taxCode(code), "handOver", "handOver", false);
        }
    }

    private void youthFounding(String code, int day) {
        task(day, "youth", taxCode(code), "formYouthFoundingBoard", "youthBoardFormed", true);
        task(
                day - 20,
                "youth",
                taxCode(code),
                "collectYouthApplications",
                "signedApplications",
                31,
                "youthBranches",
                1);
    }

    // --- surveyed, not met -------------------------------------------------------------------------------------------

    private void surveyedEnterprises() {
        int day = 75;
        for (String code : List.of("E08", "E09", "E10", "E11", "E12", "E13", "E15", "E17", "E19", "E21", "E24")) {
            survey(code, day);
            day -= 5;
        }
        prepared("E08", 8, -3);
        prepared("E09", 7, -5);
        prepared("E12", 5, -6);
        task(6, "propaganda", taxCode("E13"), "chooseMaterials", "materials", "LAW_DIGEST,UNION_RIGHTS");
    }

    // --- planned -----------------------------------------------------------------------------------------------------

    private void plannedEnterprises() {
        Row refused = DemoEnterprises.of("E20");
        schedule("E20", 210, 205);
        task(205, refused.officer(), refused.taxCode(), "conductSurvey", "surveyResult", "REFUSED");
        schedule("E20", 12, -2);

        nobodyReached("E14", 95);
        schedule("E14", 9, -4);
        nobodyReached("E18", 60);
        nobodyReached("E23", 42);

        schedule("E16", 8, -5);
        schedule("E22", 6, -6);
    }

    private void nobodyReached(String code, int day) {
        schedule(code, day, day - 5);
        task(day - 5, officer(code), taxCode(code), "conductSurvey", "surveyResult", "UNREACHABLE");
    }

    static String taxCode(String code) {
        return DemoEnterprises.of(code).taxCode();
    }

    static String officer(String code) {
        return DemoEnterprises.of(code).officer();
    }
}
