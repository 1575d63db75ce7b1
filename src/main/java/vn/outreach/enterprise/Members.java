package vn.outreach.enterprise;

/** The people of the office, as far as the register must know: whether a responsible member exists. */
public interface Members {

    boolean exists(String userId);
}
