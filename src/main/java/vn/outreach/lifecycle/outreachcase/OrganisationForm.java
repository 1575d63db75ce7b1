package vn.outreach.lifecycle.outreachcase;

import vn.outreach.register.ledger.Result;

/** Which Party organisation the members of an enterprise may have (D6; Điều lệ Đảng, điều 21.2 và 24). */
public enum OrganisationForm implements Result {
    COMMITTEE,
    OWN_CELL,
    MOBILE_OR_COMBINED,
    HELPER_CELL
}
