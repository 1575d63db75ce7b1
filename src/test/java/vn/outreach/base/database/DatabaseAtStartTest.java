package vn.outreach.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A start waits for its database, and says so. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAtStartTest {

    @Test
    void aDatabaseThatDoesNotComeIsNamedWithTheReason_andWithoutThePassword(CapturedOutput log) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String address = "jdbc:postgresql://127.0.0.1:" + port + "/outreach";
        assertThatThrownBy(() -> begin(address + "?password=geheim", "postgres", "1s"))
                .isInstanceOf(DatabaseNotThere.class)
                .hasMessageContaining(address + ": máy chủ từ chối kết nối (connection refused). Đã chờ 1 giây")
                .hasMessageNotContaining("geheim");
        assertThat(log.getOut().lines().filter(line -> line.contains("Chưa kết nối được cơ sở dữ liệu"))).hasSize(1);
        assertThat(log.getOut()).doesNotContain("geheim", "Exception");
    }

    @Test
    void aFileThatCannotBeOpenedIsWaitedForToo(@TempDir Path home) {
        String file = "jdbc:h2:file:" + home.resolve("outreach");
        assertThatThrownBy(() -> begin(file + ";IFEXISTS=TRUE", "sa", "0s"))
                .isInstanceOf(DatabaseNotThere.class)
                .hasMessageContaining(file + ": kết nối không thành (mã 90146)");
        begin(file, "sa", "0s").close();
    }

    static GenericApplicationContext begin(String url, String user, String patience) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(
                "spring.datasource.url", url, "spring.datasource.username", user, "spring.datasource.password", "",
                "outreach.database.patience", patience)));
        new DatabaseAtStart().initialize(context);
        context.refresh();
        return context;
    }
}
