package vn.outreach.document.paper;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A client of the protocol that virus scanners speak (ICAP, RFC 3507), as much of it as one question needs: the file is
 * shown to the scanner as an answer that somebody is about to get (RESPMOD). 204 means that it may pass; any other
 * answer means that the scanner would have put something else in its place.
 */
final class IcapScanner {

    private static final int PORT = 1344;
    private static final int BLOCK = 16 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 100;
    private static final int LONGEST_NAME = 100;

    private final URI address;
    private final int timeoutMillis;

    IcapScanner(URI address, Duration timeout) {
        this.address = address;
        this.timeoutMillis = (int) timeout.toMillis();
    }

    /**
     * What was found in the file; empty where nothing was.
     *
     * @throws IOException when the scanner is not there, too slow, or says that it could not look
     */
    Optional<String> scan(Path file, long size) throws IOException {
        try (Socket socket = new Socket()) {
            int port = address.getPort() < 0 ? PORT : address.getPort();
            socket.connect(new InetSocketAddress(address.getHost(), port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            InputStream answer = new BufferedInputStream(socket.getInputStream());
            try {
                ask(socket.getOutputStream(), file, size);
            } catch (IOException cutOff) {
                // A scanner may have seen enough before the end: what it answered counts.
                return verdict(answer);
            }
            return verdict(answer);
        }
    }

    private void ask(OutputStream socket, Path file, long size) throws IOException {
        OutputStream out = new BufferedOutputStream(socket, BLOCK);
        String question = "GET http://outreach/paper HTTP/1.1\r\nHost: outreach\r\n\r\n";
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + size + "\r\n\r\n";
        write(
                out,
                "RESPMOD " + address + " ICAP/1.0\r\nHost: " + address.getHost()
                        + "\r\nAllow: 204\r\nConnection: close\r\n"
                        + "Encapsulated: req-hdr=0, res-hdr=" + question.length() + ", res-body="
                        + (question.length() + head.length())
                        + "\r\n\r\n" + question + head);
        byte[] block = new byte[BLOCK];
        try (InputStream content = Files.newInputStream(file)) {
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                write(out, Integer.toHexString(count) + "\r\n");
                out.write(block, 0, count);
                write(out, "\r\n");
            }
        }
        write(out, "0\r\n\r\n");
        out.flush();
    }

    private static Optional<String> verdict(InputStream answer) throws IOException {
        String status = line(answer);
        if (!status.matches("ICAP/1\\.\\d \\d{3}.*")) {
            throw new IOException("No ICAP answer: " + status);
        }
        Map<String, String> headers = headers(answer);
        return switch (status.substring(9, 12)) {
            case "204" -> Optional.empty();
            case "200", "201" -> Optional.of(name(headers));
            default -> throw new IOException("The scanner answered " + status);
        };
    }

    /** The headers in which scanners name what they found; none of them is part of the standard. */
    private static String name(Map<String, String> headers) {
        String found = headers.get("x-infection-found");
        if (found != null && found.contains("Threat=")) {
            found = found.replaceFirst(".*Threat=([^;]*).*", "$1");
        }
        for (String header : new String[] {"x-virus-id", "x-virus-name", "x-violations-found", "x-blocked"}) {
            found = found == null ? headers.get(header) : found;
        }
        String shown =
                found == null ? "" : found.replaceAll("[^\\w .:/()-]", "").strip();
        return shown.isEmpty() ? "không rõ tên" : shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
    }

    private static Map<String, String> headers(InputStream answer) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (int lines = 0; lines < MOST_LINES; lines++) {
            String line = line(answer);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("The scanner's answer has no end");
    }

    private static String line(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = answer.read(); octet != '\n'; octet = answer.read()) {
            if (octet < 0) {
                throw new EOFException("The scanner hung up");
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("The scanner's answer has no end");
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
