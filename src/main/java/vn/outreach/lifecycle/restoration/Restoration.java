package vn.outreach.lifecycle.restoration;

import vn.outreach.register.ledger.Result;

/** What the superior committee did about a cell with fewer than three full members (Điều lệ Đảng, điều 21.2 và 24). */
public enum Restoration implements Result {
    MEMBERS_ADDED,
    MERGED,
    DISSOLVED;

    /** Only with members added does the enterprise keep a cell of its own. */
    boolean endsOwnCell() {
        return this != MEMBERS_ADDED;
    }
}
