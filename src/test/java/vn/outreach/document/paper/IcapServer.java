package vn.outreach.document.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A virus scanner that hears one question out and answers what it was told to. */
final class IcapServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;
    private volatile String head;
    private volatile byte[] content;

    private IcapServer(String answer) {
        this.answer = answer;
        try {
            this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IcapServer answering(String answer) {
        IcapServer server = new IcapServer(answer);
        Thread thread = new Thread(server::serve, "icap");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** It takes the connection and says nothing. */
    static IcapServer mute() {
        return new IcapServer(null);
    }

    String address() {
        return "icap://127.0.0.1:" + socket.getLocalPort() + "/avscan";
    }

    /** The head of the question. */
    String head() {
        return head;
    }

    /** The file that was shown. */
    byte[] content() {
        return content;
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            InputStream in = client.getInputStream();
            head = untilEmptyLine(in);
            untilEmptyLine(in);
            untilEmptyLine(in);
            ByteArrayOutputStream shown = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                shown.writeBytes(in.readNBytes(size));
                line(in);
            }
            content = shown.toByteArray();
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static String untilEmptyLine(InputStream in) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
