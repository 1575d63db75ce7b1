package vn.outreach.register.contact;

/** How the office and an enterprise came together; CHANCE is a meeting that nobody had planned. */
public enum ContactKind {
    VISIT,
    CALL,
    MEETING,
    LETTER,
    CHANCE
}
