package vn.outreach.security.access;

import java.security.Principal;
import java.util.Set;

/** Who asks: the engine's user with the groups of this very moment, and how the login came. */
record Caller(String id, Set<String> groups, Way way) implements Principal {

    /** A session is Camunda's own, from the login form of the webapps; Basic is sent with every request. */
    enum Way { SESSION, BASIC }

    @Override
    public String getName() {
        return id;
    }
}
