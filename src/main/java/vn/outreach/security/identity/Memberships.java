package vn.outreach.security.identity;

import java.util.Collection;

/** Who belongs to which organisation unit, whoever asks. */
public interface Memberships {

    /** The groups of a user; none for somebody unknown. */
    Collection<String> groupsOf(String userId);

    /** The users of a group, by name of user. */
    Collection<String> membersOf(String group);
}
