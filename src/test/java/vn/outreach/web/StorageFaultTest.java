package vn.outreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;

/** What people read when the server's disk is full. */
class StorageFaultTest {

    @Test
    void aFullDiskIsSaidToBeFull() {
        for (IOException full : new IOException[] {new IOException("No space left on device"),
            new FileSystemException("/papers/incoming", null, "Disk quota exceeded")}) {
            Refusal refusal = StorageFault.of(full);
            assertThat(refusal.code()).isEqualTo("papers-full");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(refusal).hasMessageContaining("hết chỗ chứa giấy tờ; hãy báo quản trị viên");
        }
        assertThat(StorageFault.of(new IOException("Permission denied")).code()).isEqualTo("papers-unwritable");
    }
}
