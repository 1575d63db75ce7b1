package vn.outreach.testing;

import java.nio.file.Path;

/** Where tests leave files: each JVM that runs tests beside another one has a folder of its own. */
public final class TestFiles {

    private static final String FORK = System.getProperty("outreach.test.fork", "1");

    private TestFiles() {}

    /** The folder of this name that belongs to this JVM; it may not be there yet. */
    public static Path directory(String name) {
        return Path.of("target", "test-files", FORK, name);
    }

    static String fork() {
        return FORK;
    }
}
