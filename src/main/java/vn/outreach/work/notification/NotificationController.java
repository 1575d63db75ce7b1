package vn.outreach.work.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** Who was told what, when, or why not yet; and the administrator's second chance for a mail that was given up. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final NotificationSearch search;
    private final NotificationRecords records;
    private final CurrentUserProvider asking;
    private final NoticeDesk desk;
    private final AuditTrail audit;

    NotificationController(
            NotificationSearch search,
            NotificationRecords records,
            CurrentUserProvider asking,
            NoticeDesk desk,
            AuditTrail audit) {
        this.search = search;
        this.records = records;
        this.asking = asking;
        this.desk = desk;
        this.audit = audit;
    }

    @GetMapping
    Page<Item> find(
            @RequestParam(required = false) String enterprise,
            @RequestParam(required = false) String recipient,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        Paging paging = Paging.of(page, size, sort, NotificationSearch.SORT, "id desc");
        NotificationSearch.Filter filter = new NotificationSearch.Filter(enterprise, recipient, state(state));
        Page<Notification> found = search.find(filter, asking.current(), paging);
        return new Page<>(found.items().stream().map(Item::of).toList(), found.page(), found.size(), found.total());
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void retry(@PathVariable long id) {
        asking.current().mustBeAdministrator("Chỉ quản trị viên được gửi lại thông báo.");
        Notification row = records.find(id)
                .orElseThrow(() -> Refusal.unknown("notification-unknown", "Không có thông báo số %d.".formatted(id)));
        if (desk.retry(List.of(id)) == 0) {
            throw Refusal.conflict(
                    "nothing-waits",
                    "Thông báo số %d ở trạng thái %s nên không gửi lại được.".formatted(id, row.state()));
        }
        audit.record(AuditEntry.of(AuditAction.REPAIRED, "Notification", Long.toString(id))
                .changing("retry", row.state().name(), null));
    }

    private static Notification.@Nullable State state(String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Arrays.stream(Notification.State.values())
                .filter(state -> state.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "field-choice",
                        "state",
                        "Trạng thái “%s” không có; chọn một trong: %s."
                                .formatted(code, Arrays.toString(Notification.State.values()))));
    }

    /** A row as integrators see it; {@code nextTryAt} only while there will be a next try. */
    record Item(
            long id,
            String template,
            String recipient,
            Notification.State state,
            String taxCode,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime nextTryAt,
            int attempts,
            String lastError,
            boolean possiblyRepeated,
            String subject) {

        static Item of(Notification row) {
            return new Item(
                    row.id(),
                    row.template().fileName(),
                    row.recipient(),
                    row.state(),
                    row.taxCode(),
                    local(row.createdAt()),
                    row.sentAt() == null ? null : local(row.sentAt()),
                    row.state() == Notification.State.PENDING ? local(row.nextTryAt()) : null,
                    row.attempts(),
                    row.lastError(),
                    row.possiblyRepeated(),
                    row.subject());
        }

        private static OffsetDateTime local(Instant instant) {
            return instant.atZone(ZONE).toOffsetDateTime();
        }
    }
}
