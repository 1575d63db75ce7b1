package vn.outreach.admission;

import java.time.LocalDate;
import vn.outreach.ledger.Acts;
import vn.outreach.refusal.Refusal;
import vn.outreach.value.KnownFields;

/** A cell's ballot as it stands in the minutes. A cell has at least three full members (Điều lệ Đảng, điều 21.2). */
record CellBallot(int eligibleVoters, int yesVotes, LocalDate voteDate) {

    private static final int FEWEST = 3;

    /** @throws Refusal for too few voters, more yes votes than voters, or a day in the future */
    void check(LocalDate today) {
        if (eligibleVoters < FEWEST) {
            throw Refusal.invalid(
                    "field-range",
                    "eligibleVoters",
                    "“Số đảng viên chính thức” là %d: chi bộ có ít nhất %d."
                            .formatted(eligibleVoters, FEWEST));
        }
        if (yesVotes > eligibleVoters) {
            throw Refusal.invalid(
                    "field-range",
                    "yesVotes",
                    "“Số phiếu tán thành” là %d, nhiều hơn số đảng viên chính thức %d."
                            .formatted(yesVotes, eligibleVoters));
        }
        Acts.notFuture(KnownFields.name("voteDate"), voteDate, today);
    }
}
