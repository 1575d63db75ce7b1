package vn.outreach.work.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.base.value.RowId;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.web.Body;
import vn.outreach.web.KeyPage;
import vn.outreach.web.KeyPaging;

/**
 * All notices, whoever they are for: which did not arrive and why, with the server's words; administrators try again or
 * set aside. Of an admission nothing is said but whom it is for and where it stands.
 */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeDeskController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_PERSON = 64;
    /** Ten years. */
    private static final WholeNumber HOURS = new WholeNumber(0, 87_600);

    private static final FieldName IDS = new FieldName("ids", "Thông báo");
    private static final String ONLY_ADMINISTRATORS = "Chỉ quản trị viên được gửi lại hay gác lại thông báo.";
    /** What can be tried again as a whole. */
    private static final Set<Notification.State> RETRIED =
            EnumSet.of(Notification.State.FAILED, Notification.State.ADDRESS_REFUSED);

    private final NoticeDesk desk;
    private final PeopleNames people;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    NoticeDeskController(NoticeDesk desk, PeopleNames people, CurrentUserProvider asking, AuditTrail audit) {
        this.desk = desk;
        this.people = people;
        this.asking = asking;
        this.audit = audit;
    }

    /**
     * @param counts how many there are in each state of which there are few, with the other filters; null unless asked
     *     for
     * @param mayAct whether the asking person may try again and set aside
     */
    record Found(
            List<Item> items,
            int size,
            boolean hasMore,
            @Nullable String next,
            @Nullable Map<Notification.State, Long> counts,
            boolean mayAct) {}

    /**
     * @param about the mail's subject; null for an admission, as is {@code taxCode}
     * @param nextTryAt only while there will be a next try
     * @param lastError the server's words
     * @param possiblyRepeated whether it may have been sent twice
     * @param setAside why it was set aside
     */
    record Item(
            long id,
            String template,
            Person person,
            Notification.State state,
            @Nullable String about,
            @Nullable String taxCode,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime nextTryAt,
            int attempts,
            @Nullable String lastError,
            boolean possiblyRepeated,
            @Nullable String setAside) {}

    record Person(String id, String name) {}

    /** How many notices were changed. */
    record Changed(int changed) {}

    @GetMapping
    Found find(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String template,
            @RequestParam(required = false) String person,
            @RequestParam(required = false) String olderThan,
            @RequestParam(defaultValue = "false") boolean counts,
            @RequestParam(required = false) String after,
            @RequestParam(required = false) Integer size) {
        asking.current()
                .must(Capability.SEES_NOTICES, "Chỉ quản trị viên và Văn phòng được xem các thông báo đã gửi đi.");
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("template", template);
        query.put("person", person);
        query.put("olderThan", olderThan);
        NoticeDesk.Filter filter = filter(states(state), Body.of(query, query.keySet()));
        // The newest first: ids follow the order in which notices were written.
        KeyPaging<Long> paging = KeyPaging.of(
                Body.parameter("after", "Dòng cuối đã xem", after, new RowId()),
                size,
                "-createdAt",
                Map.of("createdAt", "id"),
                "id");
        KeyPage<NoticeDesk.Row> page = KeyPage.of(
                desk.find(filter, paging), paging.size(), row -> row.notice().id());
        Map<String, String> names = people.of(
                page.items().stream().map(row -> row.notice().recipient()).collect(Collectors.toSet()));
        return new Found(
                page.items().stream().map(row -> item(row, names)).toList(),
                page.size(),
                page.hasMore(),
                page.next(),
                counts ? desk.counts(filter) : null,
                asking.current().isAdministrator());
    }

    /** Those that are named, or all of a state as far as the other filters go. */
    @PostMapping("/retry")
    @Transactional
    public Changed retry(@RequestBody Map<String, Object> json) {
        asking.current().mustBeAdministrator(ONLY_ADMINISTRATORS);
        Body body = Body.of(json, Set.of("ids", "all", "template", "person", "olderThan"));
        Notification.State all = body.read(
                                "all",
                                "Gửi lại tất cả",
                                Choice.of(RETRIED.stream().map(Enum::name).toArray(String[]::new)))
                        == null
                ? null
                : Notification.State.valueOf(String.valueOf(json.get("all")));
        if (all != null && json.get("ids") != null) {
            throw IDS.range("không đi cùng “all”");
        }
        List<Long> ids = all == null ? ids(json) : desk.ids(filter(EnumSet.of(all), body));
        return changed(ids, desk.retry(ids), "retry", all == null ? null : all.name());
    }

    @PostMapping("/set-aside")
    @Transactional
    public Changed setAside(@RequestBody Map<String, Object> json) {
        asking.current().mustBeAdministrator(ONLY_ADMINISTRATORS);
        Body body = Body.of(json, Set.of("ids", "reason"));
        List<Long> ids = ids(json);
        String reason = body.required("reason", "Lý do", body.text("reason", "Lý do", LONGEST_REASON));
        return changed(ids, desk.setAside(ids, reason), "setAside", reason);
    }

    private Changed changed(List<Long> ids, int changed, String act, @Nullable String how) {
        if (changed == 0) {
            throw Refusal.conflict("nothing-waits", "Không có thông báo nào trong số này chưa tới nơi.");
        }
        String named = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        audit.record(AuditEntry.of(AuditAction.REPAIRED, "Notification", ids.size() == 1 ? named : null)
                .changing(act, ids.size() == 1 ? null : named, how));
        return new Changed(changed);
    }

    private static List<Long> ids(Map<String, Object> json) {
        if (!(json.get(IDS.field()) instanceof List<?> sent) || sent.isEmpty()) {
            throw IDS.missing();
        }
        if (sent.size() > MOST) {
            throw IDS.range("nhiều nhất %s dòng mỗi lần".formatted(WholeNumber.shown(MOST)));
        }
        List<Long> ids = new ArrayList<>();
        for (Object each : sent) {
            Long id = new RowId().read(IDS, each);
            if (id == null) {
                throw IDS.missing();
            }
            ids.add(id);
        }
        return ids.stream().distinct().toList();
    }

    private static NoticeDesk.Filter filter(Set<Notification.State> states, Body body) {
        Integer hours = body.read("olderThan", "Số giờ", HOURS);
        String template = body.read(
                "template",
                "Mẫu thông báo",
                Choice.of(Arrays.stream(NotificationTemplate.values())
                        .map(NotificationTemplate::fileName)
                        .toArray(String[]::new)));
        return new NoticeDesk.Filter(
                states,
                template == null ? null : NotificationTemplate.ofFileName(template),
                body.read("person", "Người nhận", Text.line(LONGEST_PERSON)),
                hours == null ? null : Duration.ofHours(hours));
    }

    private static Set<Notification.State> states(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return Set.of();
        }
        Choice<Notification.State> choice = Choice.of(Notification.State.class);
        return Stream.of(asked.split(","))
                .map(code -> choice.read(new FieldName("state", "Trạng thái"), code))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Item item(NoticeDesk.Row row, Map<String, String> names) {
        Notification notice = row.notice();
        boolean ofAdmission = ProcessKeys.MEMBER_ADMISSION.equals(notice.processKey());
        return new Item(
                notice.id(),
                notice.template().fileName(),
                new Person(notice.recipient(), names.getOrDefault(notice.recipient(), notice.recipient())),
                notice.state(),
                ofAdmission ? null : notice.subject(),
                ofAdmission ? null : notice.taxCode(),
                local(notice.createdAt()),
                notice.sentAt() == null ? null : local(notice.sentAt()),
                notice.state() == Notification.State.PENDING ? local(notice.nextTryAt()) : null,
                notice.attempts(),
                notice.lastError(),
                notice.possiblyRepeated(),
                row.setAside());
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
