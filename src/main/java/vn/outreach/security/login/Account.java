package vn.outreach.security.login;

import java.util.Set;

/**
 * What a request must know of an account before it is let in, of this very moment.
 *
 * @param passwordMark changes with each new password
 * @param groups the units
 * @param failedHere whether wrong passwords of the account are counted at the place the request comes from
 * @param revoked whether any right is taken from the account or one of its groups
 */
public record Account(String id, String passwordMark, Set<String> groups, boolean failedHere, boolean revoked) {}
