package vn.outreach.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.outreach.testing.OutreachTest;

/** HTTP byte by byte: sends what no client library would, and shows exactly what came back. One connection a request. */
final class Wire {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String from;

    Wire(int port) {
        this(port, "127.0.0.1");
    }

    /** A client with this address, one of the machine's own. */
    Wire(int port, String from) {
        this.port = port;
        this.from = from;
    }

    /** What came back, taken apart and raw; names of headers in lower case, each with all its values. */
    record Reply(int status, Map<String, List<String>> headers, String body, String raw) {

        /** The one value of a header, or null; two of a kind are an error of ours. */
        String header(String name) {
            List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (values.size() > 1) {
                throw new AssertionError(name + " stands there more than once: " + values);
            }
            return values.isEmpty() ? null : values.get(0);
        }

        List<String> cookies() {
            return headers.getOrDefault("set-cookie", List.of());
        }

        /** The value of a cookie that is set, or null. */
        String cookie(String name) {
            return cookies().stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .map(cookie -> cookie.substring(name.length() + 1).split(";")[0])
                    .reduce((older, newer) -> newer)
                    .orElse(null);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new AssertionError(status + " without JSON: " + body, notJson);
            }
        }
    }

    static String asAdmin() {
        return as("admin", OutreachTest.ADMIN_PASSWORD);
    }

    static String as(String user) {
        return as(user, user);
    }

    private static String as(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    Reply get(String path, String... headers) {
        return ask("GET", path, null, headers);
    }

    Reply post(String path, String body, String... headers) {
        return ask("POST", path, body, headers);
    }

    /** A well-formed request; a header that is given replaces the usual one. */
    Reply ask(String method, String path, String body, String... headers) {
        return send(head(method, path, body, headers) + (body == null ? "" : body));
    }

    private String head(String method, String path, String body, String... headers) {
        Map<String, String> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lines.put("Host", "localhost:" + port);
        lines.put("Connection", "close");
        if (body != null) {
            lines.put("Content-Type", "application/json");
            lines.put("Content-Length", "" + body.getBytes(StandardCharsets.UTF_8).length);
        }
        for (String header : headers) {
            int colon = header.indexOf(':');
            lines.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        lines.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    /** Sends these characters as they are. */
    Reply send(String request) {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    Reply send(byte[] request) {
        try (Socket socket = open()) {
            write(socket, request);
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** An answer may come, and the connection end, before all is sent. */
    private static void write(Socket socket, byte[] request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
        } catch (IOException cutOff) {
            // What was answered is read all the same.
        }
    }

    /** All until the connection ends, taken apart. */
    static Reply read(Socket socket) throws IOException {
        byte[] all = socket.getInputStream().readAllBytes();
        String text = new String(all, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("No answer: " + text);
        }
        List<String> lines = List.of(text.substring(0, end).split("\r\n"));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        // A chunk may end within a letter: its bytes are put together before they are text.
        byte[] body = Arrays.copyOfRange(all, bytesBeforeBody(all), all.length);
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        return new Reply(Integer.parseInt(lines.get(0).split(" ")[1]), headers,
                new String(chunked ? unchunk(body) : body, StandardCharsets.UTF_8), text);
    }

    private static int bytesBeforeBody(byte[] all) {
        int at = 0;
        while (!(all[at] == '\r' && all[at + 1] == '\n' && all[at + 2] == '\r' && all[at + 3] == '\n')) {
            at++;
        }
        return at + 4;
    }

    private static byte[] unchunk(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = at;
            while (body[lineEnd] != '\r') {
                lineEnd++;
            }
            int size = Integer.parseInt(new String(body, at, lineEnd - at, StandardCharsets.US_ASCII), 16);
            if (size == 0) {
                return whole.toByteArray();
            }
            whole.write(body, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
    }

    // --- a session of the webapps ------------------------------------------------------------------------------------

    /** Cookies and token as a browser would keep them, as headers for the next request. */
    record Session(String id, String token, Reply login) {

        String[] headers() {
            return new String[] {"Cookie: JSESSIONID=" + id + "; XSRF-TOKEN=" + token, "X-XSRF-TOKEN: " + token};
        }
    }

    Session visit(String... headers) {
        Reply page = get("/camunda/app/tasklist/default/", headers);
        return new Session(page.cookie("JSESSIONID"), page.cookie("XSRF-TOKEN"), page);
    }

    /** Logs in by the form, and fetches the token that belongs to the new session. */
    Session login(String user, String... more) {
        Session before = visit(more);
        Reply login = post("/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + user + "&password=" + user,
                concat(concat(before.headers(), more), "Content-Type: application/x-www-form-urlencoded"));
        if (login.status() != 200) {
            throw new AssertionError("Not logged in: " + login);
        }
        String id = login.cookie("JSESSIONID");
        Reply page = get("/camunda/app/tasklist/default/", concat(more, "Cookie: JSESSIONID=" + id));
        return new Session(id, page.cookie("XSRF-TOKEN"), login);
    }

    static String[] concat(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
