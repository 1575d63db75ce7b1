package vn.outreach.enterprise;

/** An enterprise as a line of a list. */
record EnterpriseSummary(
        String taxCode,
        String name,
        String zone,
        Integer workers,
        Stage stage,
        Integer priority,
        String responsibleMember) {
}
