package vn.outreach.security.audit;

/** What kind of act a row of the audit tells. Work on tasks is none of them: that is what the ledger keeps. */
public enum AuditAction {
    LOGIN,
    LOGIN_REFUSED,
    /** Too many refused logins: the account is closed for a while to the source they came from. */
    LOGIN_LOCKED,
    LOGOUT,
    /** Somebody who is logged in was answered 403. */
    ACCESS_REFUSED,
    /** Users, groups, and who is in which. */
    ACCOUNT_CHANGED,
    GRANT_CHANGED,
    /** Who is to do a task, or is responsible for an enterprise. */
    ASSIGNED,
    DEADLINE_CHANGED,
    /** A row of the ledger was corrected. */
    CORRECTED,
    /** What is done to a process, a job, a deployment or a notification by hand, past the drawing. */
    REPAIRED,
    PLAN_CHANGED,
    HOLIDAYS_CHANGED,
    /** Zones and the spellings under which they are written. */
    ZONES_CHANGED,
    EXPORTED,
    /** A candidate's row was opened. */
    RESTRICTED_READ,
    RESTRICTED_CHANGED,
    /** Type, number or date of an enterprise's paper. */
    PAPER_CHANGED,
    PAPER_WITHDRAWN,
    /** A file that the virus scanner did not let pass. */
    PAPER_REFUSED,
    /** The office's own template of a paper came or went. */
    TEMPLATE_CHANGED,
    /** The rows of a list from a workbook were written. */
    LIST_APPLIED,
    /** What a list wrote was taken back. */
    LIST_UNDONE
}
