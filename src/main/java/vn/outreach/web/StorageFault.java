package vn.outreach.web;

import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.outreach.base.refusal.Refusal;

/**
 * What is answered when the server cannot keep a file: the fault is not the sender's, and an administrator can mend it.
 */
public final class StorageFault {

    private static final Logger LOG = LoggerFactory.getLogger(StorageFault.class);

    private StorageFault() {}

    /** @return {@code papers-full} where the disk is full, else {@code papers-unwritable} */
    public static Refusal of(IOException failure) {
        LOG.error("A file cannot be kept: {}", failure.toString());
        LOG.debug("The reason is", failure);
        return isFull(failure)
                ? Refusal.unavailable("papers-full", "Máy chủ đã hết chỗ chứa giấy tờ; hãy báo quản trị viên.")
                : Refusal.unavailable(
                        "papers-unwritable", "Máy chủ không ghi được vào nơi chứa giấy tờ; hãy báo quản trị viên.");
    }

    /** Java has no exception of its own for this; systems say "No space left on device" or speak of a quota. */
    private static boolean isFull(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("space") || said.contains("quota") || said.contains("disk full");
    }
}
