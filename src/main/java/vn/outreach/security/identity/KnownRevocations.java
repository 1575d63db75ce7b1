package vn.outreach.security.identity;

import java.util.Set;

/** Who is logged in, where the login has looked already whether rights are taken away from that person. */
public interface KnownRevocations {

    String id();

    Set<String> groups();

    /** Whether there is any revocation for the person, one of the groups or everybody. */
    boolean isRevokedAnything();
}
