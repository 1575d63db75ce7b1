package vn.outreach.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Writes down, when the tests of a JVM are over, which elements of the models they passed and which results they left
 * in the ledger: {@code target/paths-<database>-<fork>.txt}. ElementCoverageIT and LedgerResultsIT read it and fail the build.
 */
public final class PathRecord implements BeforeAllCallback {

    public static final String ELEMENT = "element";
    public static final String RESULT = "result";

    /** What the JVMs that ran on this database wrote, without order. */
    public static List<String> lines(String vendor) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("target"), "paths-" + vendor + "-*.txt")) {
            List<String> lines = new ArrayList<>();
            for (Path file : files) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once per JVM: what stands in the root store is closed when the last test class is over. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(PathRecord.class))
                .getOrComputeIfAbsent(PathRecord.class, any -> (ExtensionContext.Store.CloseableResource) PathRecord::write);
    }

    private static void write() {
        Set<String> lines = new TreeSet<>(elements(OutreachTest.DATABASE));
        lines.addAll(results(OutreachTest.DATABASE));
        try {
            Files.write(Path.of("target", "paths-" + TestDatabase.vendor() + "-" + TestFiles.fork() + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> elements(TestDatabase database) {
        return lines(database, "select distinct '" + ELEMENT + " ' || PROC_DEF_KEY_ || ' ' || ACT_ID_ from ACT_HI_ACTINST");
    }

    /** Corrections do not count: they write whatever a person says. */
    private static Set<String> results(TestDatabase database) {
        return lines(database, "select distinct '" + RESULT + " ' || phase || ' ' || step || ' ' || result"
                + " from outcome where corrects is null");
    }

    private static Set<String> lines(TestDatabase database, String sql) {
        return new TreeSet<>(database.jdbc().sql(sql).query(String.class).list());
    }
}
