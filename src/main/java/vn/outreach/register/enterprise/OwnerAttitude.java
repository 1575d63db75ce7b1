package vn.outreach.register.enterprise;

/** What the owner thinks of the Party's and the unions' work in the enterprise. */
public enum OwnerAttitude {
    SUPPORTIVE("Ủng hộ"),
    NEUTRAL("Trung lập"),
    HESITANT("Do dự"),
    OPPOSED("Không đồng tình"),
    UNKNOWN("Chưa rõ");

    private final String label;

    OwnerAttitude(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
