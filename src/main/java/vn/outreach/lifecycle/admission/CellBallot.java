package vn.outreach.lifecycle.admission;

import java.time.LocalDate;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.ledger.DateRules;

/** A cell's ballot as it stands in the minutes. A cell has at least three full members (Điều lệ Đảng, điều 21.2). */
record CellBallot(int eligibleVoters, int yesVotes, LocalDate voteDate) {

    private static final int FEWEST = 3;

    /** @throws Refusal for too few voters, more yes votes than voters, or a day in the future */
    void check(LocalDate today) {
        if (eligibleVoters < FEWEST) {
            throw Refusal.invalid(
                    "field-range",
                    "eligibleVoters",
                    "“Số đảng viên chính thức” là %s: chi bộ có ít nhất %s."
                            .formatted(WholeNumber.shown(eligibleVoters), WholeNumber.shown(FEWEST)));
        }
        if (yesVotes > eligibleVoters) {
            throw Refusal.invalid(
                    "field-range",
                    "yesVotes",
                    "“Số phiếu tán thành” là %s, nhiều hơn số đảng viên chính thức %s."
                            .formatted(WholeNumber.shown(yesVotes), WholeNumber.shown(eligibleVoters)));
        }
        DateRules.notFuture(KnownFields.name("voteDate"), voteDate, today);
    }
}
