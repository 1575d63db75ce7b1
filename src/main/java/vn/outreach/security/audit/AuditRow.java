package vn.outreach.security.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.outreach.security.identity.CurrentUser;

/** One row of the audit as the table keeps it; {@code id} and the two hashes are the chain's. */
record AuditRow(
        long id,
        Instant recordedAt,
        @Nullable String userId,
        @Nullable String sourceAddress,
        String action,
        @Nullable String subjectType,
        @Nullable String subject,
        @Nullable String property,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String contentHash,
        @Nullable String hash) {

    private static final int USER = 64;
    private static final int ADDRESS = 64;
    private static final int TYPE = 64;
    private static final int SUBJECT = 255;
    private static final int VALUE = 1000;

    /** A row that is not written yet. Names and values may come from anybody: they are made plain and short. */
    static AuditRow of(AuditEntry entry, CurrentUser asking, String address, Instant now) {
        AuditRow row = new AuditRow(
                0,
                now.truncatedTo(ChronoUnit.MILLIS),
                Plain.text(entry.userId() == null ? asking.id() : entry.userId(), USER),
                Plain.text(address, ADDRESS),
                entry.action().name(),
                Plain.text(entry.subjectType(), TYPE),
                Plain.text(entry.subject(), SUBJECT),
                Plain.text(entry.property(), SUBJECT),
                Plain.text(entry.oldValue(), VALUE),
                Plain.text(entry.newValue(), VALUE),
                null,
                null);
        return row.hashed();
    }

    /** The hash over all that a person wrote or did; what was before it in the chain has no part in it. */
    String hashOfContent() {
        StringBuilder content =
                new StringBuilder().append(recordedAt.toEpochMilli()).append(';');
        for (String field :
                new String[] {userId, sourceAddress, action, subjectType, subject, property, oldValue, newValue}) {
            // With its length before it, no field can pretend to be two.
            content.append(field == null ? "-" : field.length() + ":" + field).append(';');
        }
        return Sha256.hex(content.toString());
    }

    private AuditRow hashed() {
        return new AuditRow(
                id,
                recordedAt,
                userId,
                sourceAddress,
                action,
                subjectType,
                subject,
                property,
                oldValue,
                newValue,
                hashOfContent(),
                hash);
    }
}
