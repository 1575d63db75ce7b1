package vn.outreach.document.draft;

/**
 * Who issues a paper: its names and its sign are settings, its form and its sequence of numbers follow from what it is.
 */
enum DraftIssuer {
    /** The Party committee. */
    COMMITTEE(true),
    /** The committee's organisation board. */
    BOARD(true),
    /** The union of the industrial zones. */
    UNION(false);

    private final boolean party;

    DraftIssuer(boolean party) {
        this.party = party;
    }

    /** Party papers are numbered through the term of the committee, those of the union through the year. */
    boolean isParty() {
        return party;
    }

    /**
     * {@code 01-CV/ĐUK} on Party papers, {@code 01/TTr-CĐKCN} on others; the forms differ in more than the colon before
     * it.
     */
    String written(String number, String kind, String sign) {
        return (party ? "%s-%s/%s" : "%s/%s-%s").formatted(number, kind, sign);
    }
}
