package vn.outreach.security.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the people behind user ids are called. */
public interface PeopleNames {

    /** The display name of each of these users, in one question; ids of nobody are missing. */
    Map<String, String> of(Collection<String> userIds);

    /** The display name of one user, for a sentence; the id of nobody, or of somebody without a name. */
    default String of(String userId) {
        String name = of(List.of(userId)).get(userId);
        return name == null || name.isBlank() ? userId : name;
    }
}
