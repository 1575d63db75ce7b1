package vn.outreach.security.identity;

/** Tells who asks in the present request. */
public interface Asking {

    CurrentUser current();
}
