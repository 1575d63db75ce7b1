package vn.outreach.base.delivery;

/** A row of a table that holds what is to be delivered. */
public interface DeliveryRow {

    long id();

    /** How often it was tried already. */
    int attempts();
}
