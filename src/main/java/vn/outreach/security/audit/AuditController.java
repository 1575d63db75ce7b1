package vn.outreach.security.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.Text;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.FileAnswer;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;
import vn.outreach.web.QueryParameters;

/** The audit over REST, for administrators: lists, the whole as a file, and whether it is still as it was written. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final ZoneId ZONE = OutreachApplication.ZONE.toZoneId();

    private final AuditSearch search;
    private final AuditRows rows;
    private final AuditCheck check;
    private final AuditTrail trail;
    private final CurrentUserProvider asking;

    AuditController(
            AuditSearch search, AuditRows rows, AuditCheck check, AuditTrail trail, CurrentUserProvider asking) {
        this.search = search;
        this.rows = rows;
        this.check = check;
        this.trail = trail;
        this.asking = asking;
    }

    @GetMapping
    @QueryParameters({"user", "action", "subject", "from", "to"})
    Page<Item> list(
            @RequestParam Map<String, String> asked,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        mayRead();
        Page<AuditRow> found =
                search.find(filter(asked), Paging.of(page, size, sort, AuditSearch.SORTED_BY, AuditSearch.KEY));
        return new Page<>(found.items().stream().map(Item::of).toList(), found.page(), found.size(), found.total());
    }

    /** Recorded before the first row leaves; the file's last row is the one that tells of itself. */
    @GetMapping("/export")
    @QueryParameters({"user", "action", "subject", "from", "to"})
    void export(@RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        mayRead();
        AuditSearch.Filter filter = filter(asked);
        trail.record(AuditEntry.of(AuditAction.EXPORTED, "Audit", null).changing("filter", null, text(asked)));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.attachment("audit.csv"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        write(filter, response.getWriter());
    }

    @GetMapping("/check")
    AuditCheck.Verdict check() {
        mayRead();
        return check.verdict();
    }

    void write(AuditSearch.Filter filter, Writer out) {
        AuditCsv csv = new AuditCsv(out);
        csv.headings();
        search.each(filter, rows.end().lastId(), csv::row);
    }

    private void mayRead() {
        asking.current().mustBeAdministrator("Chỉ quản trị viên được xem nhật ký kiểm tra.");
    }

    private static AuditSearch.Filter filter(Map<String, String> asked) {
        return new AuditSearch.Filter(
                Body.parameter("user", "Người thực hiện", asked.get("user"), Text.line(64)),
                Body.parameter("action", "Việc", asked.get("action"), Choice.of(AuditAction.class)),
                Body.parameter("subject", "Đối tượng", asked.get("subject"), Text.line(255)),
                Body.parameter("from", "Từ ngày", asked.get("from"), new Day()),
                Body.parameter("to", "Đến ngày", asked.get("to"), new Day()));
    }

    /** What was asked for, as it was asked; null when that was everything. */
    private static @Nullable String text(Map<String, String> asked) {
        Map<String, String> given = new LinkedHashMap<>(asked);
        given.values().removeIf(value -> value == null || value.isBlank());
        String text = given.entrySet().stream().map(Objects::toString).sorted().collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    /** A row as administrators see it. */
    record Item(
            long id,
            OffsetDateTime recordedAt,
            @Nullable String user,
            @Nullable String address,
            String action,
            @Nullable String subjectType,
            @Nullable String subject,
            @Nullable String property,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String hash) {

        static Item of(AuditRow row) {
            return new Item(
                    row.id(),
                    row.recordedAt().atZone(ZONE).toOffsetDateTime(),
                    row.userId(),
                    row.sourceAddress(),
                    row.action(),
                    row.subjectType(),
                    row.subject(),
                    row.property(),
                    row.oldValue(),
                    row.newValue(),
                    row.hash());
        }
    }
}
