package vn.outreach.boot.production;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** No password goes over a line that others can read: TLS here, or a proxy in front that has it. */
final class NetworkCheck {

    /** Addresses of documentation (RFC 5737, RFC 3849): no proxy stands there, so who trusts one trusts everybody. */
    private static final String[] STRANGERS = {"192.0.2.1", "198.51.100.77", "203.0.113.9", "2001:db8::1"};

    private final Environment settings;

    NetworkCheck(Environment settings) {
        this.settings = settings;
    }

    void look(Inspection inspection) {
        inspection.looked("địa chỉ máy chủ, TLS và proxy");
        inspection.wrongIf(
                isPublic() && !hasTls() && proxy().isEmpty(),
                "Máy chủ nghe http trên địa chỉ mạng (server.address) mà không có TLS: hãy đặt server.address=127.0.0.1 sau một"
                        + " proxy, hoặc cấu hình server.ssl, hoặc khai báo proxy ở outreach.trusted-proxy.");
        inspection.wrongIf(
                trustsStrangers(),
                "outreach.trusted-proxy tin mọi địa chỉ, ai cũng giả được nơi gửi: hãy ghi đúng địa chỉ của proxy.");
        baseUrl(inspection);
        cookies(inspection);
        inspection.wrongIf(
                !isPublic() && proxy().isEmpty(),
                "Máy chủ chỉ nghe sau một proxy (server.address) mà proxy chưa được khai báo, nên mọi người dùng đều mang địa chỉ của"
                        + " proxy: hãy đặt OUTREACH_TRUSTEDPROXY là địa chỉ của nó, ví dụ 127\\.0\\.0\\.1.");
    }

    private void baseUrl(Inspection inspection) {
        inspection.looked("địa chỉ công khai (outreach.base-url)");
        inspection.wrongIf(
                !text("outreach.base-url").startsWith("https://"),
                "Địa chỉ công khai không phải https: hãy đặt OUTREACH_BASE_URL=https://…");
    }

    private void cookies(Inspection inspection) {
        inspection.looked("cookie chỉ đi qua https");
        boolean secure = Stream.of(
                        "server.servlet.session.cookie.secure",
                        "camunda.bpm.webapp.csrf.enable-secure-cookie",
                        "camunda.bpm.webapp.session-cookie.enable-secure-cookie")
                .allMatch(name -> "true".equals(text(name)));
        inspection.wrongIf(
                !secure,
                "Cookie đăng nhập được gửi cả qua http: hãy để server.servlet.session.cookie.secure và các thiết lập"
                        + " enable-secure-cookie của camunda.bpm.webapp là true.");
    }

    private boolean isPublic() {
        String address = text("server.address");
        try {
            return address.isEmpty() || !InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return true;
        }
    }

    private boolean hasTls() {
        boolean configured = Stream.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate")
                .anyMatch(name -> !text(name).isEmpty());
        return configured && !"false".equals(text("server.ssl.enabled"));
    }

    private boolean trustsStrangers() {
        try {
            Pattern trusted = Pattern.compile(proxy());
            return Stream.of(STRANGERS)
                    .anyMatch(address -> trusted.matcher(address).matches());
        } catch (PatternSyntaxException other) {
            // Not a pattern: whoever uses it will say so.
            return false;
        }
    }

    private String proxy() {
        return text("outreach.trusted-proxy");
    }

    private String text(String name) {
        return settings.getProperty(name, "").strip();
    }
}
