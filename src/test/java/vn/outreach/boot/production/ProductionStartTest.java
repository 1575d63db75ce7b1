package vn.outreach.boot.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.demo.DemoUsers;
import vn.outreach.testing.TestDatabase;
import vn.outreach.testing.TestFiles;
import vn.outreach.web.http.Readiness;

/** Starts of a production for real, with its secrets in files: refused in sentences, or open and saying what it checked. */
@Tag("own-application")
@ExtendWith(OutputCaptureExtension.class)
class ProductionStartTest {

    private static final String PASSWORD = "Mat-khau-thu-2026";

    private static final boolean WITHOUT_POSTGRES = Boolean.getBoolean("skip.postgresql");

    private final TestDatabase database = WITHOUT_POSTGRES ? TestDatabase.empty() : TestDatabase.onPostgres();

    @TempDir
    private Path secrets;

    @BeforeEach
    void secretsThatNobodyElseReads() throws IOException {
        secret("OUTREACH_DB_PASSWORD", "any");
        secret("OUTREACH_ADMIN_PASSWORD", PASSWORD);
        TimeZone.setDefault(OutreachApplication.ZONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce_andTheDatabaseIsNotTouched(CapturedOutput output) throws IOException {
        Files.setPosixFilePermissions(secrets.resolve("OUTREACH_DB_PASSWORD"), PosixFilePermissions.fromString("rw-r--r--"));
        StartRefused refused = refused(
                "--spring.datasource.url=jdbc:h2:mem:never", "--outreach.demo=true", "--server.address=0.0.0.0",
                "--outreach.trusted-proxy=", "--outreach.base-url=http://outreach.example.vn", "--outreach.operations=*",
                "--outreach.admin.password=" + PASSWORD, "--logging.level.org.apache.coyote=debug");
        assertThat(refused.sentences()).hasSize(8);
        assertThat(refused.getExitCode()).isNotZero();
        // All of them under each other, and neither a stack trace nor a password.
        assertThat(output).contains(refused.sentences()).contains("đã kiểm tra: nhật ký không ghi chi tiết yêu cầu");
        assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain(PASSWORD).doesNotContain("HikariPool");
    }

    @Test
    void aProductionOnH2EndsWithThatSentence_whateverElseIsGood() {
        assertThat(refused("--spring.datasource.url=jdbc:h2:mem:never").sentences()).singleElement().asString().contains("H2");
    }

    /** On PostgreSQL, as a production is; the fast loop has none. */
    @Test
    @Tag("needs-postgresql")
    void aGoodProductionOpens_andIsRefusedOnceItsPeopleAreNot(CapturedOutput output) {
        try (ConfigurableApplicationContext application = start()) {
            assertThat(application.getBean(Readiness.class).isOpen()).isTrue();
            assertThat(application.getBean(IdentityService.class).checkPassword("admin", PASSWORD)).isTrue();
            assertThat(output).contains(
                    "đã kiểm tra: cơ sở dữ liệu là PostgreSQL", "đã kiểm tra: có quản trị viên",
                    "đã kiểm tra: chỉ quản trị viên được triển khai mô hình");
            spoil(application);
        }
        assertThat(refused().sentences()).hasSize(3)
                .anySatisfy(it -> assertThat(it).contains("chứa dữ liệu mẫu", "officer1"))
                .anySatisfy(it -> assertThat(it).contains("trùng với tên đăng nhập", "officer1").doesNotContain("admin"))
                .anySatisfy(it -> assertThat(it).contains("triển khai mô hình", "nhóm heads"));
        assertThat(output.getAll()).doesNotContain("\tat vn.outreach");
    }

    /** The demo's people, and a right that was given by mistake. */
    private static void spoil(ConfigurableApplicationContext application) {
        application.getBean(DemoUsers.class).create();
        AuthorizationService authorizations = application.getBean(AuthorizationService.class);
        Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId("heads");
        row.setResource(Resources.DEPLOYMENT);
        row.setResourceId(Authorization.ANY);
        row.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(row);
    }

    private StartRefused refused(String... settings) {
        Throwable failure = catchThrowable(() -> start(settings).close());
        while (failure != null && !(failure instanceof StartRefused)) {
            failure = failure.getCause();
        }
        assertThat(failure).as("a start that is refused").isNotNull();
        return (StartRefused) failure;
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.profiles.active=production",
                "--OUTREACH_SECRETS=" + secrets,
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--outreach.base-url=https://outreach.example.vn",
                "--outreach.trusted-proxy=127\\.0\\.0\\.1",
                "--outreach.background=false",
                "--outreach.mail.directory=" + TestFiles.directory("mail")));
        // The last of two settings of one name would be put to the first.
        List.of(settings).forEach(setting -> all.removeIf(it -> it.startsWith(setting.substring(0, setting.indexOf('=') + 1))));
        all.addAll(List.of(settings));
        return SpringApplication.run(OutreachApplication.class, all.toArray(String[]::new));
    }

    private void secret(String name, String value) throws IOException {
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
        Path file = Files.writeString(secrets.resolve(name), value);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
