package vn.outreach.register.enterprise;

/** Hears that an enterprise has closed, so that what still runs for its people moves on without it. */
public interface EnterpriseClosures {

    void closed(String taxCode);
}
