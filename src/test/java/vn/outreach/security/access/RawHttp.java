package vn.outreach.security.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request written by hand, as no decent client would send it, from any address of the loopback range. */
final class RawHttp {

    private RawHttp() {}

    /** What came back. */
    record Answer(int status, String text) {}

    static Answer send(int port, String from, String verb, String path, String... headers) {
        return send(port, from, verb, path, "", headers);
    }

    static Answer sendBody(int port, String verb, String path, String body, String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 1);
        more[headers.length] = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
        return send(port, "127.0.0.1", verb, path, body, more);
    }

    private static Answer send(int port, String from, String verb, String path, String body, String... headers) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
            socket.setSoTimeout(30_000);
            StringBuilder request = new StringBuilder(verb + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n").append(body);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(text.substring(9, 12)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
