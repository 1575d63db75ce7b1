package vn.outreach.enterprise;

/** The people who can be made responsible for an enterprise: the engine's users. */
public interface Members {

    boolean exists(String userId);
}
