package vn.outreach.security.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded: an act on one thing, and what changed of it. Who, when and from where come from the request;
 * {@code userId} is for acts of somebody who is not logged in yet. No restricted value belongs in here: of a candidate
 * or an admission only the reference.
 */
public record AuditEntry(
        AuditAction action,
        String subjectType,
        @Nullable String subject,
        @Nullable String property,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String userId) {

    public static AuditEntry of(AuditAction action, String subjectType, @Nullable String subject) {
        return new AuditEntry(action, subjectType, subject, null, null, null, null);
    }

    /** The same act, with what changed; a value may be null. */
    public AuditEntry changing(@Nullable String what, @Nullable String before, @Nullable String after) {
        return new AuditEntry(action, subjectType, subject, what, before, after, userId);
    }

    /** The same act, with what is no longer in a list and what is new in it. */
    public AuditEntry changingList(String what, Collection<String> before, Collection<String> after) {
        return changing(what, joined(before, after), joined(after, before));
    }

    /** The same act, done by a user whom the request does not name. */
    public AuditEntry by(@Nullable String user) {
        return new AuditEntry(action, subjectType, subject, property, oldValue, newValue, user);
    }

    private static @Nullable String joined(Collection<String> these, Collection<String> others) {
        List<String> only = new ArrayList<>(these);
        only.removeAll(others);
        return only.isEmpty() ? null : String.join("; ", only);
    }
}
