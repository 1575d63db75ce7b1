package vn.outreach.register.enterprise;

/** How easy the enterprise is to reach. UNKNOWN counts as HARD in the ranking. */
public enum Accessibility {
    EASY("Dễ tiếp cận"),
    HARD("Khó tiếp cận"),
    UNKNOWN("Chưa rõ");

    private final String label;

    Accessibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
