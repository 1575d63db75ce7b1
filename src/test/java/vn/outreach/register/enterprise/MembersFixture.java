package vn.outreach.register.enterprise;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import vn.outreach.security.identity.Members;

/** People for tests without the engine: these may be responsible, {@code integration} has an account and may not. */
public final class MembersFixture {

    private MembersFixture() {
    }

    public static Members whoMay(Predicate<String> beResponsible) {
        return new Members() {
            @Override
            public Map<String, String> of(Collection<String> userIds) {
                return Map.of();
            }

            @Override
            public boolean exists(String userId) {
                return mayBeResponsible(userId) || userId.equals("integration");
            }

            @Override
            public boolean mayBeResponsible(String userId) {
                return beResponsible.test(userId);
            }
        };
    }
}
