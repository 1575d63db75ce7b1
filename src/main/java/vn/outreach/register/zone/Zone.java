package vn.outreach.register.zone;

import java.util.List;

/**
 * A zone or cluster.
 *
 * @param aliases other spellings, as somebody wrote them, without the name
 */
record Zone(long id, String name, List<String> aliases) {}
