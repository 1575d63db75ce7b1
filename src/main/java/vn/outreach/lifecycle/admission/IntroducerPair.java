package vn.outreach.lifecycle.admission;

import vn.outreach.register.ledger.Result;

/** Who introduces a candidate (Điều lệ Đảng, điều 4.1). */
public enum IntroducerPair implements Result {
    TWO_FULL_MEMBERS,
    YOUTH_UNION_AND_ONE,
    UNION_AND_ONE
}
