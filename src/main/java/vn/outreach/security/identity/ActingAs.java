package vn.outreach.security.identity;

import java.util.function.Supplier;

/** Does in the background what somebody ordered, as them and with the rights that they have now. */
public interface ActingAs {

    <T> T actingAs(String userId, Supplier<T> work);
}
