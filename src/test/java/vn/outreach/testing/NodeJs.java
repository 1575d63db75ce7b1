package vn.outreach.testing;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Node.js for tests of scripts and models: the computer's own from version 20 on, else the one that Playwright brings from
 * Maven Central. Packages are those of {@code src/test/web/package-lock.json}, checked by its checksums.
 */
public final class NodeJs {

    private static final int OLDEST = 20;
    private static final long PATIENCE_SECONDS = 120;
    private static final Path SOURCES = Path.of("src/test/web");
    private static final Path HOME = Path.of("target/web");
    private static final String LOCK = "package-lock.json";

    private NodeJs() {}

    /**
     * Runs a program of a package of the lock file with these arguments, in the product's folder.
     *
     * @param program its path in {@code node_modules}
     * @return what it said
     */
    public static String runPackage(String program, String... arguments) {
        fetchPackages();
        return output(Path.of("."), command(HOME.resolve("node_modules").resolve(program), arguments));
    }

    /**
     * Runs a script of {@code src/test/web} that imports such packages.
     *
     * @return what it said
     */
    public static String runScript(String name, String... arguments) {
        fetchPackages();
        try {
            Files.copy(SOURCES.resolve(name), HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output(Path.of("."), command(HOME.resolve(name), arguments));
    }

    /** The command that runs scripts. */
    public static String node() {
        return isNewEnough() ? "node" : Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder()
                .command()
                .get(0);
    }

    /** What the command says in this folder; an error with all of it if it does not end well. */
    public static String output(Path folder, List<String> command) {
        try {
            Path output = Files.createTempFile("said", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError("%s did not end well:%n%s".formatted(String.join(" ", command), said));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Path script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(node(), script.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isNewEnough() {
        try {
            Process process = new ProcessBuilder("node", "--print", "process.versions.node.split('.')[0]").start();
            return Integer.parseInt(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()) >= OLDEST;
        } catch (IOException noNode) {
            return false;
        }
    }

    /** Packages that are there already are not asked for again. */
    public static synchronized void fetchPackages() {
        try {
            Path lock = HOME.resolve(LOCK);
            // npm writes the second one when all packages are there.
            boolean fetched = Files.exists(lock)
                    && Files.mismatch(lock, SOURCES.resolve(LOCK)) < 0
                    && Files.exists(HOME.resolve("node_modules/.package-lock.json"));
            if (!fetched) {
                Files.createDirectories(HOME);
                for (String file : List.of("package.json", LOCK)) {
                    Files.copy(SOURCES.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
                output(HOME, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
