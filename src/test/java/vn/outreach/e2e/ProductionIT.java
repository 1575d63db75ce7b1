package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, called a production without having been set up as one. */
class ProductionIT {

    @Test
    void itEndsWithAnExitCodeAndSentences_andLeavesNothingBehind(@TempDir Path home) {
        try (RunningApplication application = new RunningApplication(home).with("spring.profiles.active", "production")) {
            assertThatThrownBy(application::start).hasMessageContaining("ended with 78");
            assertThat(application.logTail())
                    .contains("đã kiểm tra: cơ sở dữ liệu là PostgreSQL, có mật khẩu")
                    .contains("* Cơ sở dữ liệu không có mật khẩu: hãy đặt OUTREACH_DB_PASSWORD")
                    .contains("* Địa chỉ công khai không phải https")
                    .doesNotContain("\tat ");
            assertThat(home.resolve("data")).doesNotExist();
        }
    }
}
