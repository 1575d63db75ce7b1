package vn.outreach.work.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A mail server that comes and goes: it is down, full, answers by chance, or works; and it remembers every mail that it took,
 * whether it could still say so or not. An address with "gone" in it is refused for good.
 */
final class FlappingSmtp implements AutoCloseable {

    private static final Pattern TASK = Pattern.compile("task=(\\w+)");

    /** How it is for a while. */
    enum Weather {
        DOWN,
        FULL,
        BY_CHANCE,
        FINE
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Random dice;
    private volatile Weather weather = Weather.FINE;

    FlappingSmtp(long seed) throws IOException {
        this.dice = new Random(seed);
        threads.submit(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    void become(Weather now) {
        weather = now;
    }

    /** How often it took each task's line. */
    Map<String, Integer> taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private Void serve() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            threads.submit(() -> {
                try (client) {
                    converse(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)), client.getOutputStream());
                }
                return null;
            });
        }
        return null;
    }

    /** One mail for each connection; which command goes wrong, if any, is settled at its beginning. */
    private void converse(BufferedReader in, OutputStream out) throws IOException {
        int luck = weather == Weather.BY_CHANCE ? roll(20) : 20;
        if (weather == Weather.DOWN || luck == 0) {
            return;
        }
        say(out, luck == 1 ? "421 4.3.2 try later" : "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            switch (command) {
                case "MAIL" -> say(out, weather == Weather.FULL ? "452 4.3.1 Insufficient system storage" : "250 ok");
                case "RCPT" -> say(out, line.contains("gone") ? "550 5.1.1 no such user" : luck == 2 || luck == 3 ? "450 4.2.1 greylisted" : "250 ok");
                case "DATA" -> {
                    say(out, "354 go on");
                    if (luck == 4) {
                        return;
                    }
                    String text = text(in);
                    boolean putOff = luck == 5 || luck == 6;
                    if (!putOff) {
                        take(text);
                    }
                    if (luck >= 7 && luck <= 9) {
                        // Taken, and nobody hears of it.
                        return;
                    }
                    say(out, putOff ? "451 4.3.0 try later" : "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    private void take(String text) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            TASK.matcher(mail.getContent().toString()).results().forEach(task -> taken.merge(task.group(1), 1, Integer::sum));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private synchronized int roll(int sides) {
        return dice.nextInt(sides);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
