package vn.outreach.people;

import java.util.Collection;
import java.util.Map;

/** What the people behind user ids are called. */
public interface PeopleNames {

    /** The display name of each of these users, in one question; ids of nobody are missing. */
    Map<String, String> of(Collection<String> userIds);
}
