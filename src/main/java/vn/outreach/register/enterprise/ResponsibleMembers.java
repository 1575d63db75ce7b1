package vn.outreach.register.enterprise;

import org.jspecify.annotations.Nullable;

/** Hears that somebody else is responsible for an enterprise: the open tasks move, both people are told. */
public interface ResponsibleMembers {

    /** {@code oldMember} is null where nobody was responsible before. */
    void changed(String taxCode, String oldMember, @Nullable String newMember);
}
