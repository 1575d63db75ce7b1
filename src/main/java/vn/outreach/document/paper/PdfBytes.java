package vn.outreach.document.paper;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a PDF, or of what was unpacked out of it, read a block at a time: a large file is never in memory as a
 * whole.
 */
final class PdfBytes implements Closeable {

    private static final int BLOCK = 256 * 1024;
    /** Most of what is searched for is near. */
    private static final int FIRST_LOOK = 2 * 1024;
    /** Longer than anything that is searched for. */
    private static final int OVERLAP = 1024;

    private final FileChannel file;
    private final long size;
    private byte[] block;
    private long blockAt;

    private PdfBytes(FileChannel file, long size, byte[] block) {
        this.file = file;
        this.size = size;
        this.block = block;
    }

    static PdfBytes of(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        return new PdfBytes(file, file.size(), new byte[0]);
    }

    static PdfBytes of(byte[] content) {
        return new PdfBytes(null, content.length, content);
    }

    long size() {
        return size;
    }

    /** The byte at a place, or -1 behind the end. */
    int at(long place) throws IOException {
        if (place >= size) {
            return -1;
        }
        if (place < blockAt || place >= blockAt + block.length) {
            load(place);
        }
        return block[(int) (place - blockAt)] & 0xff;
    }

    /** Where an octet stands next, or -1. */
    long next(char octet, long from) throws IOException {
        for (long place = from; place < size; place++) {
            if (at(place) == octet) {
                return place;
            }
        }
        return -1;
    }

    /** A part of the bytes, each as one letter; shorter at the end. */
    String text(long from, int length) throws IOException {
        return new String(copy(from, length), StandardCharsets.ISO_8859_1);
    }

    byte[] copy(long from, int length) throws IOException {
        byte[] copy = new byte[(int) Math.max(0, Math.min(length, size - from))];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (byte) at(from + i);
        }
        return copy;
    }

    /** Where a pattern begins that is found from here on, and where it ends; null where there is none. */
    long[] find(Pattern pattern, long from) throws IOException {
        int length = FIRST_LOOK;
        for (long window = from; window < size; window += length, length = BLOCK) {
            Matcher found = pattern.matcher(text(window, length + OVERLAP));
            if (found.find() && found.start() < length) {
                return new long[] {window + found.start(), window + found.end()};
            }
        }
        return null;
    }

    private void load(long place) throws IOException {
        blockAt = Math.max(0, place - OVERLAP);
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BLOCK + OVERLAP, size - blockAt));
        while (buffer.hasRemaining() && file.read(buffer, blockAt + buffer.position()) >= 0) {
            // A read may bring less than was asked for.
        }
        block = buffer.array();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
