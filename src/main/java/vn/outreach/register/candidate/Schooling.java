package vn.outreach.register.candidate;

/** General schooling, as far as decision D5 tells cases apart (domain.md §5.1). THCS = lower secondary school. */
public enum Schooling {
    BELOW_THCS,
    THCS_EQUIVALENT,
    THCS_PROGRAMME,
    THCS_DEGREE,
    HIGHER
}
