package vn.outreach.security.audit;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Origin;

/**
 * The product records here who did what. An act and its row are one transaction: neither is there without the other. A
 * refused act leaves nothing but its row. Rows are written just before the commit, because whoever appends holds the
 * end of the chain until then, and all others wait.
 */
@Component
public class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    /** The refusal that this thread recorded last: it passes several filters on its way out, and counts once. */
    private static final ThreadLocal<WeakReference<Throwable>> RECORDED = new ThreadLocal<>();

    private final AuditRows rows;
    private final TransactionTemplate own;
    private final CurrentUserProvider asking;
    private final Clock clock;

    AuditTrail(AuditRows rows, PlatformTransactionManager transactions, CurrentUserProvider asking, Clock clock) {
        this.rows = rows;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * Records an act in its own transaction; at once where there is none. If it cannot be recorded, it does not happen.
     */
    public void record(AuditEntry entry) {
        AuditRow row = row(entry);
        if (!isInTransaction()) {
            writeAlone(row);
            return;
        }
        Pending pending = pending();
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.add(row);
    }

    /** Records what was refused, once the transaction that is rolled back for it, if any, is over. */
    public void recordRefused(AuditEntry entry) {
        recordRefused(entry, null);
    }

    /** The same; {@code reason} is the refusal itself, which is recorded once, however many filters report it. */
    public void recordRefused(AuditEntry entry, @Nullable Throwable reason) {
        if (isRecorded(reason)) {
            return;
        }
        RECORDED.set(new WeakReference<>(reason));
        AuditRow row = row(entry);
        if (isInTransaction()) {
            TransactionSynchronizationManager.registerSynchronization(new AfterTheEnd(row));
        } else {
            tryWriting(row);
        }
    }

    private static boolean isRecorded(@Nullable Throwable reason) {
        WeakReference<Throwable> last = RECORDED.get();
        return reason != null && last != null && last.get() == reason;
    }

    private AuditRow row(AuditEntry entry) {
        return AuditRow.of(entry, asking.current(), Origin.address(), clock.instant());
    }

    private void writeAlone(AuditRow row) {
        own.executeWithoutResult(status -> rows.append(List.of(row)));
    }

    /** What is refused stays refused, also where that cannot be recorded. */
    private void tryWriting(AuditRow row) {
        try {
            writeAlone(row);
        } catch (RuntimeException failure) {
            LOG.error(
                    "A refusal is missing in the audit: {} of {} by {}",
                    row.action(),
                    row.subject(),
                    row.userId(),
                    failure);
        }
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** What waits for the commit of the present transaction; null where nothing does. */
    private static @Nullable Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** The rows of one transaction. Spring puts it aside with its transaction while another one runs inside. */
    private final class Pending implements TransactionSynchronization {

        private final List<AuditRow> waiting = new ArrayList<>();
        private boolean written;
        private boolean over;

        void add(AuditRow row) {
            if (over) {
                writeAlone(row);
            } else if (written) {
                rows.append(List.of(row));
            } else {
                waiting.add(row);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            rows.append(waiting);
            written = true;
        }

        @Override
        public void afterCommit() {
            over = true;
        }
    }

    /** The row of something refused, written when its transaction holds nothing any more. */
    private final class AfterTheEnd implements TransactionSynchronization {

        private final AuditRow row;

        AfterTheEnd(AuditRow row) {
            this.row = row;
        }

        @Override
        public void afterCompletion(int status) {
            tryWriting(row);
        }
    }
}
