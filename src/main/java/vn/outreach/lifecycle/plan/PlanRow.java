package vn.outreach.lifecycle.plan;

/** An enterprise in a year's plan: who is responsible, for which unit, how many admissions are aimed at. */
record PlanRow(
        int planYear,
        String taxCode,
        String name,
        String responsibleMember,
        String unit,
        Integer admissionTarget,
        String note,
        PlanRowStatus status,
        String reason,
        Integer priority) {}
