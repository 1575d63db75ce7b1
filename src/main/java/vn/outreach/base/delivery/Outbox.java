package vn.outreach.base.delivery;

import java.time.Instant;
import java.util.Optional;

/** What a table holds for one channel, and how its messages are made. */
public interface Outbox<R extends DeliveryRow, M> {

    /** Its table, with the columns of {@link DeliveryTable}. */
    String table();

    /** The channel's name among refused addresses. */
    String channel();

    /**
     * Locks the next rows that are due, in the caller's transaction; without rows where their recipient is passed over,
     * empty where nothing is due.
     */
    Optional<Claim<R>> claim(Instant now);

    /**
     * Makes the message, outside any transaction.
     *
     * @return empty where nothing is to be sent and the rows say so already
     */
    Optional<Prepared<M>> prepare(Claim<R> claim);

    /** Its address was refused, now or before: what else waits for this recipient is not tried. */
    void addressRefused(String recipient);

    /**
     * A message with the address that it goes to.
     *
     * @param marked what else is written when it has gone, in the transaction that says so
     */
    record Prepared<M>(String address, M message, Runnable marked) {}
}
