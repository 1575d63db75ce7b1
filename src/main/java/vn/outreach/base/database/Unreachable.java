package vn.outreach.base.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Why a database could not be reached, in a few Vietnamese words for whoever administers the machine. */
final class Unreachable {

    private static final int H2_IN_USE = 90020;

    private Unreachable() {}

    static String reason(Throwable failure) {
        String network = network(failure);
        return network == null ? byState(failure) : network;
    }

    private static @Nullable String network(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "không tìm thấy máy chủ này (unknown host)";
            }
            if (cause instanceof SocketTimeoutException) {
                return "máy chủ không trả lời kịp";
            }
            if (cause instanceof NoRouteToHostException) {
                return "không có đường tới máy chủ (no route to host)";
            }
            if (cause instanceof ConnectException) {
                return "máy chủ từ chối kết nối (connection refused)";
            }
        }
        return null;
    }

    private static String byState(Throwable thrown) {
        SQLException failure = innermost(thrown);
        if (failure == null || failure instanceof SQLTransientConnectionException && failure.getSQLState() == null) {
            return "mọi kết nối đều đang bận";
        }
        if (failure.getErrorCode() == H2_IN_USE) {
            return "tệp đang được một tiến trình khác dùng";
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "3D000" -> "không có cơ sở dữ liệu tên này (3D000)";
            case "28P01", "28000" -> "sai tên người dùng hoặc mật khẩu (" + state + ")";
            case "53300" -> "máy chủ hết chỗ kết nối (53300)";
            case "57P03" -> "máy chủ đang khởi động hoặc đang dừng (57P03)";
            case "57P01", "57P02" -> "máy chủ đang dừng (" + state + ")";
            default -> "kết nối không thành (mã " + (state.isEmpty() ? failure.getErrorCode() : state) + ")";
        };
    }

    private static @Nullable SQLException innermost(Throwable thrown) {
        SQLException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            found = cause instanceof SQLException failure ? failure : found;
        }
        return found;
    }
}
