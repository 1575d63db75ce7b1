package vn.outreach.work.bulk;

/** What can be done to many tasks at once. */
enum BulkAction {
    CLAIM,
    ASSIGN,
    GIVE_BACK,
    DUE_DATE,
    COMMENT,
    COMPLETE
}
