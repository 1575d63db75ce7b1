package vn.outreach.enterprise;

/** Who owns an enterprise: domestic capital, foreign capital or both. */
public enum Ownership { DOMESTIC, FDI, MIXED }
