package vn.outreach.web.http;

/** What is said of an error where nobody has said it better, by status. */
public final class Sentences {

    private Sentences() {}

    public static Problem of(int status) {
        return switch (status) {
            case 401 ->
                new Problem(status, "login-needed", "Cần đăng nhập", "Hãy đăng nhập bằng tài khoản của đồng chí.");
            case 403 ->
                new Problem(status, "forbidden", "Không có quyền", "Đồng chí không có quyền thực hiện việc này.");
            case 404 -> new Problem(status, "path-unknown", "Không tìm thấy", "Không có địa chỉ này.");
            case 405, 501 ->
                new Problem(
                        status,
                        "method-unknown",
                        "Phương thức không được nhận",
                        "Địa chỉ này không nhận phương thức đó.");
            case 408 ->
                new Problem(
                        status,
                        "body-too-slow",
                        "Yêu cầu không hợp lệ",
                        "Nội dung gửi lên không đến đủ trong thời hạn; yêu cầu chưa được thực hiện.");
            case 503 ->
                new Problem(status, "not-ready", "Chưa sẵn sàng", "Hệ thống đang bận, xin thử lại sau ít giây.");
            default ->
                status < 500
                        ? new Problem(status, "request", "Yêu cầu không hợp lệ", "Yêu cầu không hợp lệ.")
                        : new Problem(
                                status,
                                "internal",
                                "Lỗi hệ thống",
                                "Hệ thống gặp lỗi, yêu cầu chưa được thực hiện. Vui lòng thử lại hoặc báo quản trị viên.");
        };
    }

    /** A failure of ours: only the id joins the answer to the log. */
    public static Problem failure(int status, String id) {
        return new Problem(status, "internal", "Lỗi hệ thống", failure(id));
    }

    public static String failure(String id) {
        return "Hệ thống gặp lỗi, yêu cầu chưa được thực hiện. Vui lòng thử lại hoặc báo quản trị viên mã lỗi " + id
                + ".";
    }

    /** The same for people, as a page without script, style or picture. */
    static String page(Problem problem) {
        return """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><link rel="stylesheet" href="/app/app.css"></head>
                <body><main id="main"><h1>%1$s</h1><p>%2$s</p><p><a href="/camunda/app/tasklist/">Về trang làm việc</a></p></main></body></html>
                """.formatted(problem.title(), problem.detail());
    }
}
