package vn.outreach.work.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.security.identity.AdmissionVisibility;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/**
 * Who was told what, as far as the reader may know: everybody reads the own notices, the offices that run the work read
 * all others, and those about an admission are read by those who carry, prepare and decide admissions only.
 */
@Repository
class NotificationSearch {

    static final Map<String, String> SORT = Map.of(
            "createdAt",
            "created_at",
            "sentAt",
            "sent_at",
            "nextTryAt",
            "next_try_at",
            "state",
            "state",
            "recipient",
            "recipient",
            "taxCode",
            "tax_code",
            "attempts",
            "attempts");

    private final JdbcClient jdbc;

    NotificationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Notification> find(Filter filter, CurrentUser reader, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, reader, params);
        long total = jdbc.sql("select count(*) from notification where " + where)
                .params(params)
                .query(Long.class)
                .single();
        String part = " order by %s offset %d rows fetch first %d rows only"
                .formatted(paging.orderBy(), paging.offset(), paging.size());
        List<Notification> rows = jdbc.sql(
                        "select " + NotificationRow.COLUMNS + " from notification where " + where + part)
                .params(params)
                .query(NotificationRow::of)
                .list();
        return new Page<>(rows, paging.page(), paging.size(), total);
    }

    /** Oldest first, whole: one enterprise's notices. */
    List<Notification> ofEnterprise(String taxCode, CurrentUser reader) {
        Map<String, Object> params = new HashMap<>();
        String where = where(new Filter(taxCode, null, null), reader, params);
        return jdbc.sql("select " + NotificationRow.COLUMNS + " from notification where " + where
                        + " order by created_at, id")
                .params(params)
                .query(NotificationRow::of)
                .list();
    }

    private static String where(Filter filter, CurrentUser reader, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        conditions.add("(recipient = :me"
                + admissions(reader.admissions(), params)
                + (reader.can(Capability.READS_NOTIFICATIONS)
                        ? " or process_key is null or process_key <> '" + ProcessKeys.MEMBER_ADMISSION + "'"
                        : "")
                + ")");
        params.put("me", reader.id());
        equal("tax_code", filter.enterprise(), conditions, params);
        equal("recipient", filter.recipient(), conditions, params);
        equal("state", filter.state() == null ? null : filter.state().name(), conditions, params);
        return String.join(" and ", conditions);
    }

    private static String admissions(AdmissionVisibility visibility, Map<String, Object> params) {
        if (visibility.isNone()) {
            return "";
        }
        if (visibility.all()) {
            return " or process_key = '" + ProcessKeys.MEMBER_ADMISSION + "'";
        }
        params.put("own", visibility.taxCodes());
        return " or process_key = '" + ProcessKeys.MEMBER_ADMISSION + "' and tax_code in (:own)";
    }

    private static void equal(
            String column, @Nullable String value, List<String> conditions, Map<String, Object> params) {
        if (!Folding.isBlank(value)) {
            conditions.add(column + " = :" + column);
            params.put(column, Folding.kept(value));
        }
    }

    /** What is asked for; null means any. */
    record Filter(String enterprise, @Nullable String recipient, Notification.@Nullable State state) {}
}
