package vn.outreach.enterprise;

/** What the owner thinks of the Party's and the unions' work in the enterprise. */
public enum OwnerAttitude { SUPPORTIVE, NEUTRAL, HESITANT, OPPOSED, UNKNOWN }
