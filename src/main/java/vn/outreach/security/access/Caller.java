package vn.outreach.security.access;

import java.security.Principal;
import java.util.Set;
import vn.outreach.security.identity.KnownRevocations;
import vn.outreach.security.login.Account;

/** Who asks: the engine's user with the groups of this very moment, and how the login came. */
record Caller(String id, Set<String> groups, Way way, boolean isRevokedAnything)
        implements Principal, KnownRevocations {

    /** A session is Camunda's own, from the login form of the webapps; Basic is sent with every request. */
    enum Way {
        SESSION,
        BASIC
    }

    static Caller of(Account account, Way way) {
        return new Caller(account.id(), Set.copyOf(account.groups()), way, account.revoked());
    }

    @Override
    public String getName() {
        return id;
    }
}
