package vn.outreach.boot.production;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Mails leave the office over TLS only, to a server whose certificate is its own. */
final class MailCheck {

    private static final String PROPERTIES = "spring.mail.properties";

    private final Environment settings;

    MailCheck(Environment settings) {
        this.settings = settings;
    }

    void look(Inspection inspection) {
        inspection.looked("thư gửi đi qua TLS (spring.mail)");
        if (text("spring.mail.host").isEmpty()) {
            return;
        }
        String protocol = settings.getProperty("spring.mail.protocol", "smtp").strip();
        Map<String, String> all = Binder.get(settings)
                .bind(PROPERTIES, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        String prefix = "mail." + protocol + ".";
        UnaryOperator<String> of = name -> all.getOrDefault(prefix + name, "").strip();
        inspection.wrongIf(
                !protocol.equals("smtps")
                        && !"true".equals(text("spring.mail.ssl.enabled"))
                        && text("spring.mail.ssl.bundle").isEmpty()
                        && !"true".equals(of.apply("ssl.enable"))
                        && !"true".equals(of.apply("starttls.required")),
                "Thư gửi đi có thể không mã hóa: hãy để %s.%sstarttls.required là true, hoặc đặt spring.mail.ssl.enabled=true."
                        .formatted(PROPERTIES, prefix));
        inspection.wrongIf(
                "*".equals(of.apply("ssl.trust"))
                        || "false".equals(of.apply("ssl.checkserveridentity"))
                        || "false".equals(text("spring.mail.ssl.verify-hostname")),
                "Thư được gửi tới máy chủ nào cũng tin: hãy bỏ %s.%sssl.trust=* và %sssl.checkserveridentity=false."
                        .formatted(PROPERTIES, prefix, prefix));
    }

    private String text(String name) {
        return settings.getProperty(name, "").strip();
    }
}
