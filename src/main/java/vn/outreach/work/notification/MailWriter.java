package vn.outreach.work.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.Addresses;

/**
 * Writes the one mail that tells a person everything that is due: a notice alone in its own words, several as a digest.
 */
@Component
class MailWriter {

    private final MailTemplates templates;
    private final NotificationLinks links;
    private final String baseUrl;

    MailWriter(
            MailTemplates templates,
            NotificationLinks links,
            @Value("${outreach.base-url:http://localhost:8080}") String baseUrl) {
        this.templates = templates;
        this.links = links;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    Mail write(Addresses.Person to, List<Notification> rows, String messageId, Instant now) {
        return rows.size() == 1 ? single(to, rows.get(0), messageId, now) : digest(to, rows, messageId, now);
    }

    private Mail single(Addresses.Person to, Notification row, String messageId, Instant now) {
        String body = templates.body(row.template(), forPerson(to, row.data(), link(row)));
        return new Mail(to, row.subject(), body, calendars(List.of(row)), messageId, now);
    }

    /** The mail of a day with its lines. */
    Mail daily(Addresses.Person to, Notification row, List<String> lines, String messageId, Instant now) {
        Map<String, String> data = new HashMap<>(row.data());
        data.put("lines", String.join("\n", lines));
        String body = templates.body(row.template(), forPerson(to, data, link(row)));
        return new Mail(to, row.subject(), body, List.of(), messageId, now);
    }

    String line(Notification row) {
        return templates.line(row.template(), row.data());
    }

    private Mail digest(Addresses.Person to, List<Notification> rows, String messageId, Instant now) {
        String lines = rows.stream()
                .map(row -> "- " + templates.line(row.template(), row.data()) + "\n  " + link(row))
                .collect(Collectors.joining("\n"));
        Map<String, String> data = Map.of("count", String.valueOf(rows.size()), "lines", lines);
        String body =
                templates.body(NotificationTemplate.DIGEST, forPerson(to, data, baseUrl + NotificationLinks.TASKLIST));
        return new Mail(
                to, templates.subject(NotificationTemplate.DIGEST, data), body, calendars(rows), messageId, now);
    }

    private static List<String> calendars(List<Notification> rows) {
        return rows.stream()
                .map(Notification::calendar)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, String> forPerson(Addresses.Person to, Map<String, String> data, String link) {
        Map<String, String> all = new HashMap<>(data);
        all.put("recipient", to.called());
        all.put("link", link);
        return all;
    }

    private String link(Notification row) {
        return baseUrl + links.inMail(row);
    }

    /** The same rows always make the same id. */
    static String messageId(List<Notification> rows) {
        String keys = rows.stream().map(Notification::key).sorted().collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(keys.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(digest, 0, 16) + "@outreach>";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
