package vn.outreach.enterprise;

/** Told when an enterprise gets another responsible member, in the same transaction; either member may be null. */
public interface ResponsibleMembers {

    void changed(String taxCode, String oldMember, String newMember);
}
