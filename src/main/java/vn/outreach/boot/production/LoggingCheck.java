package vn.outreach.boot.production;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** No log keeps what people send: passwords, candidates, whole forms. */
final class LoggingCheck {

    /** Each of these writes requests, parameters or rows when it is asked for details. */
    private static final String[] TALKATIVE = {
        "org.springframework.web",
        "org.springframework.http",
        "org.springframework.security",
        "org.springframework.jdbc",
        "org.springframework.boot.web",
        "org.apache.coyote",
        "org.apache.catalina",
        "org.apache.tomcat",
        "org.glassfish.jersey",
        "org.camunda.bpm",
        "org.mybatis",
        "org.postgresql",
        "com.zaxxer.hikari",
        "org.eclipse.angus",
        "vn.outreach"
    };
    /** Spring Boot's names for several of them at once. */
    private static final Set<String> GROUPS = Set.of("root", "web", "sql");

    private static final Set<String> DETAILS = Set.of("debug", "trace", "all");

    private final Environment settings;
    private final Predicate<String> writesDetails;

    /** @param writesDetails whether the logger of that name, as it now is, writes details: however that was set */
    LoggingCheck(Environment settings, Predicate<String> writesDetails) {
        this.settings = settings;
        this.writesDetails = writesDetails;
    }

    void look(Inspection inspection) {
        inspection.looked("nhật ký không ghi chi tiết yêu cầu");
        Set<String> names = new TreeSet<>();
        Stream.of(TALKATIVE).filter(writesDetails).forEach(names::add);
        names.addAll(set());
        inspection.wrongIf(
                !names.isEmpty(),
                "Nhật ký đang ghi chi tiết yêu cầu (debug/trace) của %s: hãy bỏ các mức này."
                        .formatted(String.join(", ", names)));
        inspection.wrongIf(
                isOn("spring.mvc.log-request-details")
                        || isOn("spring.codec.log-request-details")
                        || isOn("spring.http.codecs.log-request-details"),
                "Nhật ký đang ghi nội dung yêu cầu: hãy bỏ thiết lập log-request-details.");
        inspection.wrongIf(
                isOn("server.tomcat.accesslog.enabled") && writesHeaders(),
                "Nhật ký truy cập của Tomcat đang ghi tiêu đề hay cookie của yêu cầu: hãy sửa server.tomcat.accesslog.pattern.");
    }

    /** What the settings ask for, also of a class far down that the loggers above do not show. */
    private Set<String> set() {
        Map<String, String> levels = Binder.get(settings)
                .bind("logging.level", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        Set<String> names = new TreeSet<>();
        levels.forEach((name, level) -> {
            if (DETAILS.contains(level.toLowerCase(Locale.ROOT)) && (GROUPS.contains(name) || isTalkative(name))) {
                names.add(name);
            }
        });
        return names;
    }

    private static boolean isTalkative(String name) {
        return Stream.of(TALKATIVE)
                .anyMatch(it -> name.equals(it) || name.startsWith(it + ".") || it.startsWith(name + "."));
    }

    /** {@code %{Authorization}i} and the like: headers in and out, cookies, attributes of request and session. */
    private boolean writesHeaders() {
        return settings.getProperty("server.tomcat.accesslog.pattern", "").matches("(?s).*%\\{[^}]*}[iocrs].*");
    }

    private boolean isOn(String name) {
        return "true".equals(settings.getProperty(name, "").strip());
    }
}
