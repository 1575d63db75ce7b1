package vn.outreach.base.delivery;

import java.util.List;

/**
 * Rows for one recipient that go into one message; they are being sent by whoever has the claim.
 *
 * @param messageId the same for a repeat as for what it repeats
 */
public record Claim<R extends DeliveryRow>(String recipient, String messageId, List<R> rows) {

    /** Nothing is to go to this recipient now. */
    public static <R extends DeliveryRow> Claim<R> nothing(String recipient) {
        return new Claim<>(recipient, "", List.of());
    }

    public List<Long> ids() {
        return rows.stream().map(DeliveryRow::id).toList();
    }
}
