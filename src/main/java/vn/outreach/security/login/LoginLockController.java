package vn.outreach.security.login;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Page;

/** Which accounts have to wait now, and where: administrators see it, and may open one again. */
@RestController
@RequestMapping("/api/v1/logins/locks")
class LoginLockController {

    /** {@code account} is empty where a source has to wait for every account. */
    record Lock(
            String account,
            String source,
            int failures,
            OffsetDateTime lastAt,
            @Nullable OffsetDateTime lockedUntil) {}

    private final LoginFailures failures;
    private final CurrentUserProvider asking;
    private final Clock clock;

    LoginLockController(LoginFailures failures, CurrentUserProvider asking, Clock clock) {
        this.failures = failures;
        this.asking = asking;
        this.clock = clock;
    }

    @GetMapping
    Page<Lock> list() {
        onlyAdministrators();
        return Page.whole(failures.lockedAt(clock.instant()).stream()
                .map(row -> new Lock(row.account(), row.source(), row.failures(), row.lastAt(), row.lockedUntil()))
                .toList());
    }

    @DeleteMapping("/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable String account) {
        onlyAdministrators();
        if (failures.delete(account) == 0) {
            throw Refusal.unknown("lock-unknown", "Tài khoản “%s” không bị khóa đăng nhập.".formatted(account));
        }
    }

    private void onlyAdministrators() {
        asking.current().mustBeAdministrator("Chỉ quản trị viên được xem và mở khóa đăng nhập.");
    }
}
