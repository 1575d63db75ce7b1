package vn.outreach.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** For answers that go on after their request was let in: whether it would be let in still. */
public interface SessionValidity {

    /** Tells, at any later time, whether who asks here is still logged in and in the same units. */
    BooleanSupplier of(HttpServletRequest request);
}
