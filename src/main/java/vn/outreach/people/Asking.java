package vn.outreach.people;

/** Tells who asks in the present request. */
public interface Asking {

    CurrentUser current();
}
