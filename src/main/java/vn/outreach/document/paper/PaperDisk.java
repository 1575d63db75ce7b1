package vn.outreach.document.paper;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The disk that papers are on: how much of it is used, and whether it takes what is written. */
@Component
class PaperDisk {

    private final PaperStore store;

    PaperDisk(PaperStore store) {
        this.store = store;
    }

    /** @param total the disk's bytes @param free how many of them may still be written */
    record Space(long total, long free) {

        private static final int WHOLE = 100;

        /** In percent; a disk that tells no size is empty. */
        int used() {
            return total <= 0 ? 0 : (int) ((total - free) * WHOLE / total);
        }
    }

    Space space() throws IOException {
        Files.createDirectories(store.incoming());
        FileStore disk = Files.getFileStore(store.incoming());
        return new Space(disk.getTotalSpace(), disk.getUsableSpace());
    }

    /** Writes a little and takes it away again. */
    void tryToWrite() throws IOException {
        Path probe = Files.createTempFile(store.incoming(), "probe", null);
        try {
            Files.write(probe, new byte[] {1});
        } finally {
            Files.delete(probe);
        }
    }
}
