package vn.outreach.register.enterprise;

/**
 * The stored stage of one enterprise, everything that it depends on, and the rules of lifecycle.md §5: the first that
 * holds wins.
 */
record StageFacts(
        String stored,
        boolean closed,
        boolean cellFounded,
        boolean surveyed,
        boolean ownerAgreed,
        boolean caseRuns,
        String caseResult,
        String lastMeeting,
        boolean admissionRuns,
        boolean cellFoundingRuns,
        boolean unionFoundingRuns,
        boolean persuasionRuns,
        boolean surveyRuns,
        boolean unionAnswered,
        boolean surveyConducted,
        boolean planned) {

    Stage stage() {
        if (closed || "ENTERPRISE_CLOSED".equals(caseResult)) {
            return Stage.CLOSED;
        }
        if ("NOT_FEASIBLE".equals(caseResult)) {
            return Stage.NOT_FEASIBLE;
        }
        if ("COMPLETED".equals(caseResult)) {
            return Stage.COMPLETED;
        }
        if ("PAUSED".equals(caseResult) || "REFUSED".equals(lastMeeting)) {
            return Stage.REFUSED_PAUSED;
        }
        return admissionRuns ? Stage.ADMISSION : cellFounded ? Stage.CELL_FOUNDED : beforeCell();
    }

    private Stage beforeCell() {
        if (cellFoundingRuns) {
            return Stage.CELL_FILE;
        }
        if (waitsForMembers()) {
            return Stage.MOBILE_CELL;
        }
        if (unionFoundingRuns) {
            return Stage.UNION;
        }
        if (lastMeeting != null) {
            return Stage.PERSUASION;
        }
        if (surveyed && (!surveyRuns || surveyConducted)) {
            return Stage.SURVEYED;
        }
        return planned || caseRuns ? Stage.PLANNED : Stage.REGISTERED;
    }

    /** The owner agreed, the union question is answered, and no cell founding runs: fewer than three full members. */
    private boolean waitsForMembers() {
        return caseRuns && ownerAgreed && unionAnswered && !persuasionRuns && !surveyRuns;
    }
}
