package vn.outreach.work.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.SessionValidity;
import vn.outreach.web.Body;

/**
 * The bell: what the asking person was told, what of it is unread, and live when there is more. Nobody reads another's.
 */
@RestController
@RequestMapping("/api/v1/me/notices")
class BellController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int SIZE = 20;
    private static final int MOST = 100;

    private final Bell bell;
    private final NotificationChoices choices;
    private final OwnMail ownMail;
    private final NotificationStreams streams;
    private final NotificationLinks links;
    private final MailTemplates templates;
    private final CurrentUserProvider asking;
    private final SessionValidity presence;
    private final Clock clock;

    BellController(
            Bell bell,
            NotificationChoices choices,
            OwnMail ownMail,
            NotificationStreams streams,
            NotificationLinks links,
            MailTemplates templates,
            CurrentUserProvider asking,
            SessionValidity presence,
            Clock clock) {
        this.bell = bell;
        this.choices = choices;
        this.ownMail = ownMail;
        this.streams = streams;
        this.links = links;
        this.templates = templates;
        this.asking = asking;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * @param bell whether the person wants a bell at all
     * @param quiet whether it is one of the person's quiet hours: show, but neither pop up nor sound
     * @param refusedMail where mails to the person's address were refused for good, or null
     */
    record Notices(boolean bell, boolean quiet, long unread, OwnMail.@Nullable Refused refusedMail, List<Item> items) {}

    /** @param link where it leads, a path of this application */
    record Item(
            long id,
            String template,
            String what,
            String taxCode,
            OffsetDateTime createdAt,
            boolean read,
            String link) {}

    @GetMapping
    Notices notices(
            @RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) Integer size) {
        if (size != null && (size < 1 || size > MOST)) {
            throw Refusal.invalid(
                    "field-range", "size", "Số dòng phải từ 1 đến %s.".formatted(WholeNumber.shown(MOST)));
        }
        String me = asking.current().id();
        NotificationChoice choice = choices.of(me);
        List<Item> items = bell.newest(me, unread, size == null ? SIZE : size).stream()
                .map(this::item)
                .toList();
        return new Notices(
                choice.bell(), choice.isQuiet(clock.instant()), bell.of(me).unread(), ownMail.refused(me), items);
    }

    @PostMapping("/{id:\\d+}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id) {
        if (!bell.read(asking.current().id(), id)) {
            throw Refusal.unknown("notice-unknown", "Không có thông báo số %d của đồng chí.".formatted(id));
        }
    }

    /** All up to the newest that the person saw: what comes at the same moment stays unread. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(@RequestBody(required = false) Map<String, Object> json) {
        Body body = Body.of(json == null ? Map.of() : json, Set.of("upTo"));
        Integer upTo = body.whole("upTo", "Thông báo mới nhất đã xem", 0, Integer.MAX_VALUE);
        bell.readUpTo(asking.current().id(), upTo == null ? Long.MAX_VALUE : upTo);
    }

    /** Whoever only asks whether it is there opens nothing. */
    @RequestMapping(path = "/stream", method = RequestMethod.HEAD)
    ResponseEntity<Void> headOfStream() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .build();
    }

    /** Says at once how things stand unless the client knows it already, and then whenever it changes. */
    @GetMapping("/stream")
    ResponseEntity<SseEmitter> stream(
            HttpServletRequest request, @RequestHeader(name = "Last-Event-ID", required = false) String lastSeen) {
        SseEmitter emitter = streams.open(asking.current().id(), lastSeen, presence.of(request));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // A proxy that collects answers would hold the bell back.
                .header("X-Accel-Buffering", "no")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }

    private Item item(Bell.Row row) {
        Notification notice = row.notification();
        return new Item(
                notice.id(),
                notice.template().fileName(),
                templates.line(notice.template(), row.data()),
                notice.taxCode(),
                notice.createdAt().atZone(ZONE).toOffsetDateTime(),
                row.read(),
                links.inBell(notice));
    }
}
