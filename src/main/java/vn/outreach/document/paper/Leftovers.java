package vn.outreach.document.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/**
 * Throws away what a killed process left half received. What is younger than any upload lasts may be another node's.
 * The ages of files are told by the file system itself, whatever day the engine's clock shows.
 */
@Component
class Leftovers implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration LONGER_THAN_ANY_UPLOAD = Duration.ofHours(1);

    private final PaperStore store;

    Leftovers(PaperStore store) {
        this.store = store;
    }

    @Override
    public String title() {
        return "Dọn tệp tải lên dở dang";
    }

    @Override
    public Duration interval() {
        return LONGER_THAN_ANY_UPLOAD;
    }

    /** The first pass is right after the start. */
    @Override
    public void pass() {
        if (!Files.isDirectory(store.incoming())) {
            return;
        }
        try {
            Instant now = fileSystemsNow();
            for (Path file : files()) {
                clear(file, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(store.incoming())) {
            return files.toList();
        }
    }

    private static void clear(Path file, Instant now) throws IOException {
        try {
            FileTime written = Files.getLastModifiedTime(file);
            if (written.toInstant().plus(LONGER_THAN_ANY_UPLOAD).isBefore(now)) {
                Files.deleteIfExists(file);
                LOG.info("{} was left by an upload that did not end", file.getFileName());
            }
        } catch (NoSuchFileException meanwhileDone) {
            LOG.debug("{} is gone already", file);
        }
    }

    /** What a file is dated that is written now. */
    private Instant fileSystemsNow() throws IOException {
        Path probe = Files.createTempFile(store.incoming(), "now", null);
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.delete(probe);
        }
    }
}
