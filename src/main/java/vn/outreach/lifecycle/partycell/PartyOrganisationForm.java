package vn.outreach.lifecycle.partycell;

/** D6: which Party body so many willing full members allow (Điều lệ Đảng, Điều 21; domain.md §4.1). */
enum PartyOrganisationForm {
    COMMITTEE,
    OWN_CELL,
    MOBILE_OR_COMBINED,
    HELPER_CELL
}
