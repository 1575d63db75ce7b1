package vn.outreach.register.enterprise;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An enterprise as a line of a list. */
record EnterpriseSummary(
        String taxCode,
        String name,
        String zone,
        Integer workers,
        Stage stage,
        Integer priority,
        String responsibleMember) {

    /** What people read instead of the stage's code. */
    @JsonProperty
    String stageName() {
        return stage.label();
    }
}
