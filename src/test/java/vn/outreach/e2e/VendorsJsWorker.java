package vn.outreach.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The vendor's client for JavaScript, as npm has it, in the Node.js that Playwright brings along. npm itself must be there
 * once: it fetches the client into {@code target/}.
 */
final class VendorsJsWorker {

    private static final String CLIENT = "camunda-external-task-client-js";
    private static final String VERSION = "3.1.0";
    private static final Path HOME = Path.of("target/vendor-client");
    private static final long PATIENCE_SECONDS = 120;

    private VendorsJsWorker() {
    }

    /** Runs it as this user until it has sent the enterprise's letter or met the awaited status; returns what it says then. */
    static JsonNode run(String address, String user, String password, String businessKey, int awaited) {
        fetch();
        String said = output(List.of(node(), "worker.mjs", address + "/engine-rest", user, password, businessKey, "" + awaited));
        try {
            return Rest.JSON.readTree(said);
        } catch (IOException notJson) {
            throw new AssertionError("The worker said: " + said, notJson);
        }
    }

    private static synchronized void fetch() {
        try (InputStream worker = VendorsJsWorker.class.getResourceAsStream("/vendor-client/worker.mjs")) {
            Files.createDirectories(HOME);
            Files.copy(worker, HOME.resolve("worker.mjs"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(HOME.resolve("node_modules/" + CLIENT + "/package.json"))) {
            output(List.of("npm", "install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts",
                    CLIENT + "@" + VERSION));
        }
    }

    private static String node() {
        return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder()
                .command()
                .get(0);
    }

    private static String output(List<String> command) {
        try {
            Path output = Files.createTempFile(HOME, "said", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError("%s did not end well: %s".formatted(command, said));
            }
            return said.lines().reduce((before, last) -> last).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
