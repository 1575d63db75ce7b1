package vn.outreach.boot.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;

/** Passwords come from where only the application's own user can read them; and none is missing. */
final class SecretsCheck {

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passphrase|secret(?!s)|token|credential|private-?key)[^.]*");
    private static final Pattern SWITCH = Pattern.compile("true|false|\\d+");
    private static final String REGISTRATIONS = "spring.security.oauth2.client.registration";
    private static final String OWN_CLIENT = "outreach.oidc";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final ConfigurableEnvironment settings;

    SecretsCheck(ConfigurableEnvironment settings) {
        this.settings = settings;
    }

    void look(Inspection inspection) {
        inspection.looked("quyền đọc các tệp chứa mật khẩu");
        String named = settings.getProperty("OUTREACH_SECRETS", "");
        inspection.wrongIf(
                !named.isBlank() && !Files.isDirectory(Path.of(named)),
                "Không có thư mục mật khẩu “%s”: hãy sửa OUTREACH_SECRETS.".formatted(named));
        for (Path file : filesWithSecrets()) {
            if (isOpenToOthers(file)) {
                inspection.wrong("Người khác trên máy đọc hoặc sửa được “%s”, nơi có mật khẩu: hãy chạy chmod %s."
                        .formatted(file, Files.isDirectory(file) ? "700" : "600"));
            }
        }
        inspection.looked("không có mật khẩu trên dòng lệnh");
        for (String name : onTheCommandLine()) {
            inspection.wrong(
                    "“%s” nằm trên dòng lệnh, ai xem danh sách tiến trình cũng thấy: hãy chuyển vào biến môi trường hoặc tệp."
                            .formatted(name));
        }
        clients(inspection);
    }

    /** Whoever logs in through a provider needs the secret that the provider gave. */
    private void clients(Inspection inspection) {
        inspection.looked("khóa của nhà cung cấp đăng nhập (OpenID Connect), nếu có");
        Map<String, Map<String, String>> clients = new TreeMap<>();
        map(REGISTRATIONS).forEach((name, client) -> clients.put(REGISTRATIONS + "." + name, texts(client)));
        clients.put(OWN_CLIENT, texts(map(OWN_CLIENT)));
        clients.forEach((name, client) -> inspection.wrongIf(
                isSet(client, "clientid")
                        && !isSet(client, "clientsecret")
                        && !"none".equals(client.get("clientauthenticationmethod")),
                "Thiếu khóa %s.client-secret của nhà cung cấp đăng nhập: hãy đặt vào biến môi trường hoặc tệp."
                        .formatted(name)));
        inspection.wrongIf(
                settings.acceptsProfiles(Profiles.of("oidc"))
                        && clients.values().stream().noneMatch(it -> isSet(it, "clientid")),
                "Đăng nhập qua nhà cung cấp (hồ sơ oidc) đang bật mà chưa có client-id: hãy khai báo nhà cung cấp.");
    }

    private Map<String, Object> map(String name) {
        return Binder.get(settings)
                .bind(name, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
    }

    /** Environment variables write {@code CLIENTID}, files {@code client-id}. */
    private static Map<String, String> texts(Object settings) {
        Map<String, String> texts = new TreeMap<>();
        if (settings instanceof Map<?, ?> named) {
            named.forEach((name, value) -> texts.put(
                    String.valueOf(name).replaceAll("[-_]", "").toLowerCase(Locale.ROOT),
                    String.valueOf(value).strip()));
        }
        return texts;
    }

    private static boolean isSet(Map<String, String> client, String name) {
        return !client.getOrDefault(name, "").isEmpty();
    }

    private Set<Path> filesWithSecrets() {
        Set<Path> files = new LinkedHashSet<>();
        String secrets = settings.getProperty("outreach.secrets", "");
        if (!secrets.isBlank() && Files.exists(Path.of(secrets))) {
            files.addAll(allIn(Path.of(secrets)));
        }
        sources()
                .forEach(source -> Stream.of(source.getPropertyNames())
                        .filter(name -> holdsSecret(source, name))
                        .map(name -> file(OriginLookup.getOrigin(source, name)))
                        .forEach(file -> file.ifPresent(files::add)));
        return files;
    }

    private static List<Path> allIn(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code ${OUTREACH_DB_PASSWORD:}} only names where the secret is. */
    private static boolean holdsSecret(EnumerablePropertySource<?> source, String name) {
        String value = String.valueOf(source.getProperty(name)).strip();
        return SECRET.matcher(name).matches()
                && !value.isEmpty()
                && !value.startsWith("${")
                && !SWITCH.matcher(value).matches();
    }

    private static Optional<Path> file(Origin origin) {
        if (origin instanceof TextResourceOrigin text && text.getResource() != null) {
            return file(text.getResource());
        }
        return Optional.empty();
    }

    private static Optional<Path> file(Resource resource) {
        try {
            return resource.isFile() ? Optional.of(resource.getFile().toPath().toAbsolutePath()) : Optional.empty();
        } catch (IOException insideTheJar) {
            return Optional.empty();
        }
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (UnsupportedOperationException windows) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Set<String> onTheCommandLine() {
        Set<String> names = new TreeSet<>();
        sources()
                .filter(CommandLinePropertySource.class::isInstance)
                .forEach(source -> Stream.of(source.getPropertyNames())
                        .filter(name -> holdsSecret(source, name))
                        .forEach(names::add));
        return names;
    }

    private Stream<EnumerablePropertySource<?>> sources() {
        return settings.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source);
    }
}
