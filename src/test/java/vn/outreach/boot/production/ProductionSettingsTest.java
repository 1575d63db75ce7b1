package vn.outreach.boot.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** A sentence for each thing that is wrong with the settings of a production, and none for good ones. */
class ProductionSettingsTest {

    private static final Map<String, Object> GOOD = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.servlet.session.cookie.secure", "true"),
            Map.entry("camunda.bpm.webapp.csrf.enable-secure-cookie", "true"),
            Map.entry("camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true"),
            Map.entry("spring.datasource.url", "jdbc:postgresql://localhost:5432/outreach"),
            Map.entry("spring.datasource.username", "outreach"),
            Map.entry("spring.datasource.password", "a-secret"),
            Map.entry("outreach.demo", "false"),
            Map.entry("outreach.operations", ""),
            Map.entry("outreach.trusted-proxy", "127\\.0\\.0\\.1"),
            Map.entry("outreach.base-url", "https://outreach.example.vn"));

    private final Map<String, Object> settings = new HashMap<>(GOOD);

    private ConfigurableEnvironment environment;

    @TempDir
    private Path directory;

    @BeforeEach
    void onlyTheseSettings() {
        environment = new StandardEnvironment();
        environment.getPropertySources().forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    }

    @Test
    void goodSettingsAreAccepted_andItSaysWhatWasLookedAt() {
        Inspection inspection = inspect();
        assertThat(inspection.wrong()).isEmpty();
        assertThat(inspection.allowed()).isEmpty();
        assertThat(inspection.looked()).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "outreach.demo | true | Dữ liệu mẫu đang bật",
        "outreach.demo | | Dữ liệu mẫu đang bật",
        "spring.datasource.url | jdbc:h2:file:./data/outreach | không phải PostgreSQL (H2",
        "spring.datasource.url | jdbc:h2:mem:x | không phải PostgreSQL (H2",
        "spring.datasource.url | jdbc:postgresql://localhost/outreach?password=x | nằm trong địa chỉ kết nối",
        "spring.datasource.password | | không có mật khẩu",
        "spring.datasource.password | outreach | trùng với tên người dùng",
        "spring.h2.console.enabled | true | Bảng điều khiển H2",
        "outreach.base-url | http://outreach.example.vn | không phải https",
        "outreach.base-url | | không phải https",
        "outreach.trusted-proxy | .* | tin mọi địa chỉ",
        "outreach.trusted-proxy | \\d+\\.\\d+\\.\\d+\\.\\d+ | tin mọi địa chỉ",
        "server.servlet.session.cookie.secure | false | gửi cả qua http",
        "camunda.bpm.webapp.csrf.enable-secure-cookie | | gửi cả qua http",
        "outreach.operations | * | mở mọi thao tác",
        "outreach.operations | batch, all | mở mọi thao tác",
        "outreach.operations | deploiment | có tên không biết “deploiment”",
        "spring.mvc.log-request-details | true | nội dung yêu cầu",
        "logging.level.root | debug | chi tiết yêu cầu (debug/trace) của root",
        "logging.level.web | trace | của web",
        "logging.level.sql | DEBUG | của sql",
        "logging.level.org | debug | của org",
        "logging.level.org.springframework.web | debug | của org.springframework.web",
        "logging.level.org.springframework.web.servlet.DispatcherServlet | trace | DispatcherServlet",
        "logging.level.org.apache.coyote.http11 | debug | org.apache.coyote.http11",
        "logging.level.org.camunda.bpm.engine.rest | ALL | org.camunda.bpm.engine.rest",
        "logging.level.vn.outreach.register.candidate | debug | vn.outreach.register.candidate",
        "logging.level.org.springframework.security | trace | org.springframework.security",
        "spring.security.oauth2.client.registration.office.client-id | outreach | registration.office.client-secret",
        "outreach.oidc.client-id | outreach | outreach.oidc.client-secret"
    })
    void eachThingHasItsSentence(String name, String value, String part) {
        settings.put(name, value == null ? "" : value);
        assertThat(inspect().wrong()).singleElement().asString().contains(part).matches(".*[.…]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::", "192.168.1.20", "no-such-host.invalid"})
    void httpOnAPublicAddressNeedsAProxyThatIsNamed(String address) {
        settings.put("server.address", address);
        settings.put("outreach.trusted-proxy", "");
        assertThat(inspect().wrong()).singleElement().asString().contains("nghe http trên địa chỉ mạng");

        settings.put("outreach.trusted-proxy", "192\\.168\\.1\\.5");
        assertThat(inspect().wrong()).isEmpty();
        settings.put("outreach.trusted-proxy", "");
        settings.put("server.ssl.bundle", "office");
        assertThat(inspect().wrong()).isEmpty();
        settings.put("server.ssl.enabled", "false");
        assertThat(inspect().wrong()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void behindAProxyThatIsNotNamedEverybodyWouldComeFromOneAddress(String address) {
        settings.put("server.address", address);
        settings.put("outreach.trusted-proxy", "");
        assertThat(inspect().wrong()).singleElement().asString().contains("OUTREACH_TRUSTEDPROXY");
        settings.put("server.ssl.bundle", "office");
        assertThat(inspect().wrong()).hasSize(1);
    }

    @Test
    void anOperationThatIsNamedIsAllowed_andSaidAloud() {
        settings.put("outreach.operations", "deployment, migration");
        Inspection inspection = inspect();
        assertThat(inspection.wrong()).isEmpty();
        assertThat(inspection.allowed()).hasSize(2).first().asString().contains("“deployment”");
    }

    @Test
    void quietLoggersMayBeLoud_andTalkativeOnesMayWarn() {
        settings.put("logging.level.org.flywaydb", "debug");
        settings.put("logging.level.org.springframework.web", "warn");
        assertThat(inspect().wrong()).isEmpty();
    }

    /** A logback.xml of one's own, or an argument of the Java machine, appears in no setting. */
    @Test
    void aLoggerThatWritesDetailsIsFound_howeverThatWasSet() {
        Inspection inspection = new Inspection();
        new LoggingCheck(environment, "org.apache.coyote"::equals).look(inspection);
        assertThat(inspection.wrong()).singleElement().asString().contains("của org.apache.coyote:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%h %{Authorization}i", "%t %{JSESSIONID}c", "%{Set-Cookie}o", "%{x}s"})
    void anAccessLogKeepsNoHeaders(String pattern) {
        settings.put("server.tomcat.accesslog.pattern", pattern);
        assertThat(inspect().wrong()).isEmpty();
        settings.put("server.tomcat.accesslog.enabled", "true");
        assertThat(inspect().wrong()).singleElement().asString().contains("Nhật ký truy cập");
        settings.put("server.tomcat.accesslog.pattern", "%h %t %m %U %s %D");
        assertThat(inspect().wrong()).isEmpty();
    }

    @Test
    void aProviderWithItsSecret_orOfAKindThatHasNone_isAccepted() {
        String office = "spring.security.oauth2.client.registration.office.";
        settings.put(office + "client-id", "outreach");
        settings.put(office + "client-secret", "s");
        assertThat(inspect().wrong()).isEmpty();
        settings.put(office + "client-secret", "");
        settings.put(office + "client-authentication-method", "none");
        assertThat(inspect().wrong()).isEmpty();
    }

    @Test
    void loginThroughAProviderWantsAProvider() {
        environment.addActiveProfile("oidc");
        assertThat(inspect().wrong()).singleElement().asString().contains("hồ sơ oidc");
    }

    @ParameterizedTest
    @CsvSource({"spring.mail.properties.mail.smtp.starttls.required, true, 0", "spring.mail.properties.mail.smtp.ssl.enable, true, 0",
        "spring.mail.ssl.enabled, true, 0", "spring.mail.ssl.bundle, office, 0", "spring.mail.protocol, smtps, 0",
        "spring.mail.properties.mail.smtp.starttls.enable, true, 1", "spring.mail.properties.mail.smtp.starttls.required, false, 1",
        "spring.mail.properties.mail.smtps.ssl.enable, true, 1", "spring.mail.port, 465, 1"})
    void mailsLeaveByTlsOnly(String name, String value, int sentences) {
        settings.put("spring.mail.host", "mail.example.vn");
        settings.put(name, value);
        assertThat(inspect().wrong()).hasSize(sentences).allSatisfy(it -> assertThat(it).contains("không mã hóa", "mail.smtp.starttls.required"));
    }

    @ParameterizedTest
    @CsvSource({"spring.mail.properties.mail.smtp.ssl.trust, *", "spring.mail.properties.mail.smtp.ssl.checkserveridentity, false",
        "spring.mail.ssl.verify-hostname, false"})
    void theMailServerIsTheOneThatIsMeant(String name, String value) {
        settings.put("spring.mail.host", "mail.example.vn");
        settings.put("spring.mail.properties.mail.smtp.starttls.required", "true");
        assertThat(inspect().wrong()).isEmpty();
        settings.put(name, value);
        assertThat(inspect().wrong()).singleElement().asString().contains("máy chủ nào cũng tin");
    }

    /** What the file of the profile sets is safe: whoever names a mail server needs to set nothing else. */
    @Test
    void theProfileItselfWantsTls() throws IOException {
        for (PropertySource<?> source : new YamlPropertySourceLoader().load("profile", new ClassPathResource("application-production.yml"))) {
            environment.getPropertySources().addLast(source);
        }
        settings.put("spring.mail.host", "mail.example.vn");
        Inspection inspection = new Inspection();
        new MailCheck(environment).look(inspection);
        assertThat(inspection.wrong()).isEmpty();
    }

    // --- files -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"rwx------, rw-------, 0", "rwxr-x---, rw-------, 1", "rwx---r-x, rw-------, 1", "rwx------, rw-r-----, 1",
        "rwx------, rw----r--, 1", "rwxr-xr-x, rw-r--r--, 2"})
    void nobodyElseReadsTheDirectoryOfSecrets(String ofDirectory, String ofFile, int sentences) throws IOException {
        Path secret = Files.writeString(directory.resolve("OUTREACH_DB_PASSWORD"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(ofFile));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(ofDirectory));
        settings.put("outreach.secrets", directory.toString());
        assertThat(inspect().wrong()).hasSize(sentences).allSatisfy(it -> assertThat(it).contains("Người khác trên máy", "chmod"));
    }

    @Test
    void aDirectoryOfSecretsThatIsNamedIsThere() {
        settings.put("OUTREACH_SECRETS", directory.resolve("nowhere").toString());
        assertThat(inspect().wrong()).singleElement().asString().contains("Không có thư mục mật khẩu");
    }

    @ParameterizedTest
    @CsvSource({"'spring.datasource.password: abc', 1", "'spring.mail.password: abc', 1", "'x.client-secret: abc', 1",
        "'spring.mail.password: ${MAIL_PASSWORD}', 0", "'x.enable-password-policy: true', 0", "'outreach.x: abc', 0",
        "'spring.mail.password: ', 0"})
    void nobodyElseReadsAFileWithAPasswordInIt(String line, int sentences) throws IOException {
        Path file = Files.writeString(directory.resolve("application.yml"), line);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        for (PropertySource<?> source : new YamlPropertySourceLoader().load("file", new FileSystemResource(file))) {
            environment.getPropertySources().addLast(source);
        }
        assertThat(inspect().wrong()).hasSize(sentences).allSatisfy(it -> assertThat(it).contains(file.toString(), "chmod 600"));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(inspect().wrong()).isEmpty();
    }

    @Test
    void theListOfProcessesShowsNoPassword() {
        environment.getPropertySources().addLast(new SimpleCommandLinePropertySource(
                "--server.port=8080", "--spring.datasource.password=abc", "--outreach.admin.password="));
        assertThat(inspect().wrong()).singleElement().asString().contains("“spring.datasource.password” nằm trên dòng lệnh");
    }

    // -------------------------------------------------------------------------------------------------------------------

    private Inspection inspect() {
        Inspection inspection = new Inspection();
        new NetworkCheck(environment).look(inspection);
        new DatabaseCheck(environment).look(inspection);
        new SecretsCheck(environment).look(inspection);
        new LoggingCheck(environment, quiet -> false).look(inspection);
        new OperationsCheck(environment).look(inspection);
        new MailCheck(environment).look(inspection);
        return inspection;
    }
}
