package vn.outreach.base.delivery;

/** A way by which messages leave the product. */
public interface Channel<M> {

    /** Returns when the message is handed over; is never called inside a database transaction. */
    void send(M message) throws NotDelivered;
}
