package vn.outreach.lifecycle.admission;

import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;

/** How the deciding body voted. */
record BodyVote(int members, int yes) {

    /** @throws Refusal for a body without members, or more yes votes than members */
    void check() {
        if (members < 1) {
            throw Refusal.invalid("field-range", "bodyMembers", "“Số ủy viên” phải từ 1.");
        }
        if (yes > members) {
            throw Refusal.invalid(
                    "field-range",
                    "bodyYes",
                    "“Số ủy viên tán thành” là %s, nhiều hơn số ủy viên %s."
                            .formatted(WholeNumber.shown(yes), WholeNumber.shown(members)));
        }
    }
}
