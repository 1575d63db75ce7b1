package vn.outreach.security.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of the chain, as text. */
final class Sha256 {

    /** What stands before the first row. */
    static final String START = "0".repeat(64);

    private Sha256() {}

    static String hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /**
     * The hash of a row: of the row before it, its own content and its place. PostgreSQL's trigger computes the same.
     */
    static String link(String previous, String contentHash, long id) {
        return hex(previous + contentHash + id);
    }
}
