package vn.outreach.boot.production;

import java.util.Locale;
import org.springframework.core.env.Environment;

/** The office's data lie in PostgreSQL, behind a password, and without the demo's. */
final class DatabaseCheck {

    private final Environment settings;

    DatabaseCheck(Environment settings) {
        this.settings = settings;
    }

    void look(Inspection inspection) {
        inspection.looked("dữ liệu mẫu tắt (outreach.demo)");
        inspection.wrongIf(
                !"false".equals(text("outreach.demo")), "Dữ liệu mẫu đang bật: hãy đặt OUTREACH_DEMO=false.");
        inspection.looked("cơ sở dữ liệu là PostgreSQL, có mật khẩu");
        String url = text("spring.datasource.url").toLowerCase(Locale.ROOT);
        inspection.wrongIf(
                !url.startsWith("jdbc:postgresql:"),
                "Cơ sở dữ liệu không phải PostgreSQL (H2 chỉ để dùng thử): hãy đặt SPRING_DATASOURCE_URL=jdbc:postgresql://…");
        inspection.wrongIf(
                url.contains("password="),
                "Mật khẩu cơ sở dữ liệu nằm trong địa chỉ kết nối, nơi nhật ký có thể ghi lại: hãy chuyển sang OUTREACH_DB_PASSWORD.");
        password(inspection);
        inspection.wrongIf(
                "true".equals(text("spring.h2.console.enabled")),
                "Bảng điều khiển H2 đang mở: hãy bỏ thiết lập spring.h2.console.enabled.");
    }

    private void password(Inspection inspection) {
        String password = text("spring.datasource.password");
        inspection.wrongIf(
                password.isEmpty(),
                "Cơ sở dữ liệu không có mật khẩu: hãy đặt OUTREACH_DB_PASSWORD, hoặc tệp cùng tên trong thư mục OUTREACH_SECRETS.");
        inspection.wrongIf(
                !password.isEmpty() && password.equals(text("spring.datasource.username")),
                "Mật khẩu cơ sở dữ liệu trùng với tên người dùng: hãy đổi mật khẩu.");
    }

    private String text(String name) {
        return settings.getProperty(name, "").strip();
    }
}
