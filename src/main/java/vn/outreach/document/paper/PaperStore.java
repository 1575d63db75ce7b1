package vn.outreach.document.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.web.StorageFault;

/**
 * The contents of papers on disk, each under its hash: {@code ab/cd/abcd…}. A content is complete and forced to the
 * disk before it has its name, and has its name before its row is written: a crash leaves at most a content that no row
 * knows. The names that senders gave their files are nowhere in a path.
 */
@Component
@EnableConfigurationProperties(PaperSettings.class)
class PaperStore {

    private static final Logger LOG = LoggerFactory.getLogger(PaperStore.class);
    private static final int BLOCK = 64 * 1024;

    private final Path directory;
    private final long largest;

    PaperStore(PaperSettings settings) {
        this.directory = settings.directory().toAbsolutePath().normalize();
        this.largest = settings.largest().toBytes();
    }

    /** Where contents are on their way; what a killed process left here is {@link Leftovers}'. */
    Path incoming() {
        return directory.resolve("incoming");
    }

    /** Takes a content in, as a file that is nobody's paper yet. */
    Received receive(InputStream content) {
        MessageDigest digest = sha256();
        Path file = null;
        try {
            Files.createDirectories(incoming());
            file = Files.createTempFile(incoming(), "paper", null);
            long size = copy(content, file, digest);
            return new Received(file, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            discard(file);
            throw file == null ? StorageFault.of(e) : new UncheckedIOException(e);
        } catch (RuntimeException refused) {
            discard(file);
            throw refused;
        }
    }

    /** Gives the content its lasting place, over the same content if that is there already; returns the place. */
    String keep(Received content) {
        String hash = content.sha256();
        String key = hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
        Path place = directory.resolve(key);
        try {
            Files.createDirectories(place.getParent());
            Files.move(content.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(place.getParent());
        } catch (IOException e) {
            throw StorageFault.of(e);
        }
        return key;
    }

    /**
     * The file of a paper, as it was when it was added.
     *
     * @throws Refusal {@code paper-damaged} when it is not there or is another by now
     */
    Path open(Paper paper) {
        Path file = directory.resolve(paper.storageKey());
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = sha256();
            copy(content, OutputStream.nullOutputStream(), digest);
            if (HexFormat.of().formatHex(digest.digest()).equals(paper.sha256())) {
                return file;
            }
            LOG.error("The content of paper {} is not the one that was added: {}", paper.id(), file);
        } catch (NoSuchFileException gone) {
            LOG.error("The content of paper {} is gone: {}", paper.id(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Refusal.conflict(
                "paper-damaged",
                "Nội dung của giấy tờ “%s” đã hỏng hoặc mất trên máy chủ; hãy báo quản trị viên."
                        .formatted(paper.fileName()));
    }

    private long copy(InputStream content, Path file, MessageDigest digest) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            long size = copy(content, out, digest);
            force(channel);
            return size;
        }
    }

    private long copy(InputStream content, OutputStream out, MessageDigest digest) throws IOException {
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int count = content.read(block); count >= 0; count = content.read(block)) {
            size += count;
            if (size > largest) {
                throw Refusal.invalid(
                        "paper-too-large",
                        null,
                        "Tệp lớn hơn mức cho phép (%s MB).".formatted(WholeNumber.shown(largest / 1024 / 1024)));
            }
            digest.update(block, 0, count);
            write(out, block, count);
        }
        return size;
    }

    private static void write(OutputStream out, byte[] block, int count) {
        try {
            out.write(block, 0, count);
        } catch (IOException ours) {
            throw StorageFault.of(ours);
        }
    }

    private static void force(FileChannel channel) {
        try {
            channel.force(true);
        } catch (IOException ours) {
            throw StorageFault.of(ours);
        }
    }

    /**
     * A name is on the disk when its directory is. Where directories cannot be forced, their system does it by itself.
     */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            LOG.debug("{} cannot be forced to the disk", folder, notHere);
        }
    }

    private static void discard(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            LOG.warn("{} stays until the next clean-up", file, stays);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
