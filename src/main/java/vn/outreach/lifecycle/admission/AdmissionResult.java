package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** How an admission ended (lifecycle.md §3, memberAdmission). */
public enum AdmissionResult implements Result {
    FULL_MEMBER,
    NO_CONSENT,
    CONSENT_WITHDRAWN,
    WITHDRAWN,
    NOT_ELIGIBLE,
    NOT_INTRODUCED,
    VERIFICATION_NOT_MET,
    NOT_PROPOSED,
    DECLINED_BY_SUPERIOR,
    EXPIRED,
    TRANSFERRED,
    REMOVED_PROBATION
}
