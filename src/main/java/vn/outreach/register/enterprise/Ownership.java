package vn.outreach.register.enterprise;

/** Who owns an enterprise: domestic capital, foreign capital or both. */
public enum Ownership {
    DOMESTIC("Vốn trong nước"),
    FDI("Vốn đầu tư nước ngoài"),
    MIXED("Vốn hỗn hợp");

    private final String label;

    Ownership(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
