package vn.outreach.intake;

/** What would become of a row of a list. */
public enum RowState {
    NEW("Mới"),
    CHANGED("Thay đổi"),
    SAME("Không đổi"),
    REFUSED("Bị từ chối"),
    /** A person has to answer first. */
    ASK("Cần trả lời"),
    /** A person said that nothing is to be written. */
    LEFT("Bỏ qua");

    private final String label;

    RowState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether there is something to write. */
    public boolean isWritten() {
        return this == NEW || this == CHANGED;
    }
}
