package vn.outreach.e2e;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application as a process of its own, working in a directory that outlives it: it can be killed as the
 * machine would, and started again on the same data. By default on its H2 file, as {@code java -jar} runs it.
 */
public final class RunningApplication implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int LOG_TAIL = 6000;

    private final Path home;
    private final Map<String, String> settings = new TreeMap<>();
    private final Path jar;
    private final int port;
    private final Thread last;
    private Process process;

    RunningApplication(Path home) {
        this(home, null);
    }

    /** Another jar than the one that was just built, to compare the two. */
    public RunningApplication(Path home, Path jar) {
        this.home = home;
        this.jar = jar;
        this.port = freePort();
        this.last = new Thread(this::destroy);
        Runtime.getRuntime().addShutdownHook(last);
        with("server.port", port).with("server.address", "127.0.0.1");
        with("outreach.base-url", address());
        // What is sent at once shows what a crash leaves; the mail of the day has its own tests.
        with("outreach.notification.at-once", "TASKS,CASES,CHANGES,DEPUTIES,PLANS");
    }

    public RunningApplication with(String setting, Object value) {
        settings.put(setting, String.valueOf(value));
        return this;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    Path home() {
        return home;
    }

    /** Where its mails go as files. */
    Path mails() {
        return home.resolve("data/mail");
    }

    /** The address of its H2 file; opens only while the application does not run. */
    String h2() {
        return "jdbc:h2:file:" + home.resolve("data/outreach").toAbsolutePath();
    }

    Rest asNobody() {
        return Rest.nobody(address());
    }

    /** A user of the demo, whose password is the user name. */
    Rest as(String user) {
        return asNobody().as(user, user);
    }

    /** Starts it on what its directory and database hold; returns when a request is let in to the login. */
    public RunningApplication start() {
        launch();
        awaitOpen();
        return this;
    }

    /** Returns when a request is let in to the login. */
    void awaitOpen() {
        await("the application's answer").pollInterval(Duration.ofMillis(100)).atMost(START).until(this::isOpen);
    }

    /** Starts it with a clock that goes on from this moment: its classes as they are tested, for the jar knows no other clock. */
    RunningApplication start(Instant moment) {
        launch(List.of("-cp", System.getProperty("java.class.path"), ApplicationOnADay.class.getName(), moment.toString()));
        awaitOpen();
        return this;
    }

    /** Starts it and does not wait for it. */
    void launch() {
        launch(List.of("-jar", jar()));
    }

    private void launch(List<String> what) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Dfile.encoding=UTF-8"));
        command.addAll(what);
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            Files.createDirectories(home);
            File log = log().toFile();
            process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The application cannot be launched", e);
        }
    }

    private String jar() {
        String jar = this.jar == null ? System.getProperty("outreach.jar") : this.jar.toString();
        if (jar == null || !Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException("Set -Doutreach.jar to the packaged application; there is none at " + jar);
        }
        return Path.of(jar).toAbsolutePath().toString();
    }

    /** 503 while it gets ready, 401 for nobody once it answers requests. */
    private boolean isOpen() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The application ended with " + process.exitValue() + ":\n" + logTail());
        }
        try {
            return asNobody().get("/api/v1/enterprises?size=1").status() == 401;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** What the process has used of the processors so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}: nothing is told, nothing is flushed, no hook runs. */
    void kill() {
        destroy();
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
            waitForEnd();
        }
    }

    /** Asks it to stop, as a service manager would. */
    void stop() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The application does not stop");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        destroy();
        Runtime.getRuntime().removeShutdownHook(last);
    }

    Path log() {
        return home.resolve("application.log");
    }

    String logTail() {
        try {
            String log = Files.readString(log());
            return log.substring(Math.max(0, log.length() - LOG_TAIL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
