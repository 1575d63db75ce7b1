package vn.outreach.work.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes everything but what is said at one command; "-" hangs up there instead of answering. */
final class SmtpStub implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0);
    private final AtomicInteger mails = new AtomicInteger();
    private final String command;
    private final String answer;

    SmtpStub(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many mails were begun. */
    int mails() {
        return mails.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                converse(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)), client.getOutputStream());
            } catch (IOException gone) {
                // Whoever hung up is not served any more.
                continue;
            }
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        if (!said(out, "greeting", "220 ready")) {
            return;
        }
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String name = text ? line : line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            if (text && !line.equals(".")) {
                continue;
            }
            mails.addAndGet(name.equals("MAIL") ? 1 : 0);
            if (!said(out, name, name.equals("DATA") ? "354 go on" : "250 ok")) {
                return;
            }
            text = name.equals("DATA") && !command.equals("DATA");
        }
    }

    private boolean said(OutputStream out, String at, String usual) throws IOException {
        String line = at.equals(command) ? answer : usual;
        if (line.equals("-")) {
            return false;
        }
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
