package vn.outreach.demo;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The candidates of the demo round (domain.md §8.3), all invented: two who became full members, one in probation, one
 * who withdrew, and one for each case that officers ask about.
 */
final class DemoAdmissions {

    private static final int WORKING_AGE = 27;

    private final DemoScript script;
    private final DemoCalendar calendar;
    private final DemoActor actor;
    private final DemoRegister register;

    DemoAdmissions(DemoScript script, DemoCalendar calendar, DemoActor actor, DemoRegister register) {
        this.script = script;
        this.calendar = calendar;
        this.actor = actor;
        this.register = register;
    }

    void write() {
        fullMember("E05", "Đinh Văn Cẩu", 470);
        fullMember("E07", "Cao Thị Lân", 465);
        inProbation("E05", "Trịnh Văn Bến", 240);
        withdrew("E05", "Hà Thị Sóng", 160);
        certificateTooOld("E05", "Quách Văn Neo", 60);
        owner("E05", "Lâm Văn Lam", 45);
        atDecision("E05", "Tô Thị Phao", 130);
        tooYoung("E07", "Vi Văn Non", 55);
        overSixty("E07", "Kiều Thị Già", 40);
        staleFile("E07", "Thạch Văn Cũ", 420);
        introducerTooNew("E07", "La Thị Mới", 50);
        inVerification("E07", "Ông Văn Tra", 75);
    }

    private void fullMember(String enterprise, String name, int day) {
        String host = day > 420 ? "mobilecell" : "mobilecell2";
        toVote(enterprise, name, day, host);
        decided(name, day - 65);
        ceremony(name, day - 70, host);
        // Twelve months later the probation ends by itself, then the cell looks back and the committee decides.
        int reviewed = day - 70 - 366 - 6;
        task(reviewed, host, name, "reviewProbation", "eligibleVoters", 5, "yesVotes", 5, "voteDate", text(reviewed));
        task(
                reviewed - 9,
                "committee",
                name,
                "decideFullMembership",
                "fullMembershipDecision",
                "RECOGNISED",
                "decisionNumber",
                "21-QĐ/ĐUK",
                "decisionDate",
                text(reviewed - 9));
    }

    private void inProbation(String enterprise, String name, int day) {
        toVote(enterprise, name, day, "mobilecell");
        decided(name, day - 65);
        ceremony(name, day - 75, "mobilecell");
    }

    private void withdrew(String enterprise, String name, int day) {
        toOpinions(enterprise, name, day, "mobilecell");
        script.act(
                day - 45, "integration", () -> actor.message("outreach.candidateWithdrew", register.reference(name)));
    }

    private void atDecision(String enterprise, String name, int day) {
        toVote(enterprise, name, day, "mobilecell");
    }

    private void certificateTooOld(String enterprise, String name, int day) {
        introduced(enterprise, name, day, WORKING_AGE, 61, false);
        opened(name, day - 10, "mobilecell");
    }

    private void owner(String enterprise, String name, int day) {
        introduced(enterprise, name, day, 48, 5, true);
        opened(name, day - 10, "mobilecell");
    }

    private void tooYoung(String enterprise, String name, int day) {
        introduced(enterprise, name, day, 17, 5, false);
        opened(name, day - 10, "mobilecell2");
    }

    private void overSixty(String enterprise, String name, int day) {
        introduced(enterprise, name, day, 60, 5, false);
        opened(name, day - 10, "mobilecell2");
    }

    /** A file that the cell did not look at for a year: its timer fires, and it waits to be renewed. */
    private void staleFile(String enterprise, String name, int day) {
        introduced(enterprise, name, day, WORKING_AGE, 5, false);
        opened(name, day - 10, "mobilecell2");
    }

    private void introducerTooNew(String enterprise, String name, int day) {
        introduced(enterprise, name, day, WORKING_AGE, 5, false);
        opened(name, day - 10, "mobilecell2");
    }

    private void inVerification(String enterprise, String name, int day) {
        toOpinions(enterprise, name, day, "mobilecell2");
    }

    // --- steps -------------------------------------------------------------------------------------------------------

    /** Introduced by the responsible officer, asked for consent, then the figures of the file are entered. */
    private void introduced(String enterprise, String name, int day, int age, int certificateMonths, boolean owner) {
        String taxCode = DemoScript.taxCode(enterprise);
        script.act(day, "integration", () -> {
            String ref = register.candidate(taxCode, name);
            actor.message("outreach.candidateIntroduced", taxCode, "candidateRef", ref);
        });
        task(day - 3, "organisation", name, "recordConsent", "consentGiven", true);
        LocalDate asked = calendar.day(day - 10);
        YearMonth birth = YearMonth.from(asked).minusYears(age).minusMonths(age == 17 ? 11 : age == 60 ? 1 : 6);
        script.act(
                day - 4,
                "organisation",
                () -> register.file(
                        register.reference(name), birth, asked.minusMonths(certificateMonths), owner, age < 30, true));
    }

    private void opened(String name, int day, String host) {
        task(day, host, name, "openCandidateFile", "fileComplete", true, "abroad", false);
    }

    private void toOpinions(String enterprise, String name, int day, String host) {
        introduced(enterprise, name, day, WORKING_AGE, 5, false);
        opened(name, day - 10, host);
        task(
                day - 20,
                host,
                name,
                "collectIntroductions",
                "introducerPair",
                "YOUTH_UNION_AND_ONE",
                "introducerMonths",
                18);
        task(day - 25, "youth", name, "collectResolution", "resolutionOutcome", "INTRODUCED");
        task(day - 35, host, name, "collectOpinions", "opinionsComplete", true);
    }

    private void toVote(String enterprise, String name, int day, String host) {
        toOpinions(enterprise, name, day, host);
        String other = host.equals("mobilecell") ? "mobilecell2" : "mobilecell";
        task(
                day - 40,
                "organisation",
                name,
                "verifyPersonalHistory",
                "verificationOutcome",
                "MET",
                "verifiedOn",
                text(day - 40));
        task(day - 50, host, name, "holdCellVote", "eligibleVoters", 5, "yesVotes", 4, "voteDate", text(day - 50));
        task(day - 51, other, name, "confirmVote", "confirmed", true);
    }

    private void decided(String name, int day) {
        task(
                day,
                "committee",
                name,
                "decideAdmission",
                "admissionDecision",
                "ADMITTED",
                "bodyMembers",
                9,
                "bodyYes",
                8,
                "decisionNumber",
                "15-QĐ/ĐUK",
                "decisionDate",
                text(day),
                "decisionReceivedOn",
                text(day));
    }

    private void ceremony(String name, int day, String host) {
        task(day, host, name, "holdCeremony", "ceremonyDate", text(day));
    }

    private void task(int day, String userId, String name, String step, Object... fields) {
        script.act(day, userId, () -> actor.complete(userId, register.reference(name), step, fields));
    }

    private String text(int day) {
        return calendar.text(day);
    }
}
