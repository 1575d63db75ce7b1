package vn.outreach.security.identity;

import vn.outreach.base.refusal.Refusal;

/** The people who can be made responsible for an enterprise: asked by everything that names one. */
public interface Members extends PeopleNames {

    /** Whether there is such an account. */
    boolean exists(String userId);

    /**
     * Whether this person can do an enterprise's work: an account in a unit that surveys enterprises or talks with
     * their owners, neither a system nor an administrator.
     */
    boolean mayBeResponsible(String userId);

    /** @throws Refusal {@code field-choice} on the field, for somebody who cannot do an enterprise's work */
    default void requireResponsible(String field, String userId) {
        if (!mayBeResponsible(userId)) {
            throw Refusal.invalid(
                    "field-choice",
                    field,
                    exists(userId)
                            ? "“%s” không phụ trách doanh nghiệp được: người phụ trách phải thuộc đơn vị khảo sát hoặc vận động chủ doanh nghiệp."
                                    .formatted(of(userId))
                            : "Người phụ trách “%s” không có trong hệ thống.".formatted(userId));
        }
    }
}
