package vn.outreach.work.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.Members;
import vn.outreach.web.FileAnswer;
import vn.outreach.web.Origin;

/**
 * A person's appointments as a calendar that the person's own programs fetch: they log in nowhere, the address is the
 * key.
 */
@RestController
class CalendarFeedController {

    private static final String SECRET = "{secret:[A-Za-z0-9_-]{43}}";
    private static final int DAYS_BACK = 90;
    private static final int MOST = 500;

    private final CalendarFeeds feeds;
    private final AppointmentRows rows;
    private final CalendarFiles files;
    private final FeedThrottle throttle;
    private final Members members;
    private final CurrentUserProvider asking;
    private final Clock clock;
    private final String baseUrl;

    CalendarFeedController(
            CalendarFeeds feeds,
            AppointmentRows rows,
            CalendarFiles files,
            FeedThrottle throttle,
            Members members,
            CurrentUserProvider asking,
            Clock clock,
            @Value("${outreach.base-url}") String baseUrl) {
        this.feeds = feeds;
        this.rows = rows;
        this.files = files;
        this.throttle = throttle;
        this.members = members;
        this.asking = asking;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** @param madeAt since when the present address holds, or null where there is none */
    record Feed(@Nullable OffsetDateTime madeAt) {}

    /** @param address told this once */
    record NewFeed(String address, OffsetDateTime madeAt) {}

    @GetMapping("/api/v1/me/calendar")
    Feed feed() {
        return new Feed(feeds.madeAt(asking.current().id()).orElse(null));
    }

    @PostMapping("/api/v1/me/calendar")
    @Transactional
    public NewFeed renew() {
        String me = asking.current().id();
        String secret = feeds.renew(me);
        return new NewFeed(
                baseUrl + "/api/v1/calendar/" + secret + ".ics",
                feeds.madeAt(me).orElseThrow());
    }

    @DeleteMapping("/api/v1/me/calendar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke() {
        feeds.revoke(asking.current().id());
    }

    /** Whoever has the address reads it, as long as there is the person it belongs to. */
    @GetMapping("/api/v1/calendar/" + SECRET + ".ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret) {
        Optional<String> known = feeds.ownerOf(secret).filter(members::exists);
        if (known.isEmpty()) {
            throttle.wrong(Origin.address());
            throw Refusal.unknown("calendar-unknown", "Không có lịch ở địa chỉ này.");
        }
        String owner = known.get();
        LocalDate from = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId())
                .minusDays(DAYS_BACK);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.inline("lich.ics"))
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(files.ofFeed(rows.ofMember(owner, from, MOST)).getBytes(StandardCharsets.UTF_8));
    }
}
