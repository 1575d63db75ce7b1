package vn.outreach.security.identity;

/** Tells who asks in the present request. */
public interface CurrentUserProvider {

    CurrentUser current();
}
