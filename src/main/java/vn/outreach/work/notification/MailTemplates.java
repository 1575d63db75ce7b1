package vn.outreach.work.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.outreach.base.text.Folding;
import vn.outreach.base.text.Shortened;

/** The mails' texts. All are read at start, so a misspelt placeholder stops the build and never a mail. */
@Component
class MailTemplates {

    private static final Pattern FILE =
            Pattern.compile("Subject: (?<subject>[^\n]+)\n(Line: (?<line>[^\n]+)\n)?\n(?<body>.+)", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final int LONGEST_SUBJECT = 200;

    private final Map<NotificationTemplate, Text> texts = new EnumMap<>(NotificationTemplate.class);

    MailTemplates() {
        for (NotificationTemplate template : NotificationTemplate.values()) {
            texts.put(template, parse(template, read(template)));
        }
    }

    /** The subject needs nothing but the notice's own data: it is kept in the row when the notice is written. */
    String subject(NotificationTemplate template, Map<String, String> data) {
        return Shortened.to(LONGEST_SUBJECT, fill(text(template).subject(), data));
    }

    /** The notice's line in a digest. */
    String line(NotificationTemplate template, Map<String, String> data) {
        return fill(text(template).line(), data);
    }

    String body(NotificationTemplate template, Map<String, String> data) {
        return fill(text(template).body(), data);
    }

    private Text text(NotificationTemplate template) {
        return Objects.requireNonNull(texts.get(template));
    }

    static Text parse(NotificationTemplate template, String file) {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalStateException(template.fileName() + ".txt is not Subject, Line, empty line, text");
        }
        Text text = new Text(matcher.group("subject"), matcher.group("line"), matcher.group("body"));
        if ((text.line() == null) != (template == NotificationTemplate.DIGEST)) {
            throw new IllegalStateException(template.fileName() + ".txt: every template but the digest has a Line");
        }
        check(template, text);
        return text;
    }

    private static void check(NotificationTemplate template, Text text) {
        Set<String> allowed = new HashSet<>(template.keys());
        requireWithin(template, placeholders(text.subject() + text.line()), allowed);
        allowed.addAll(NotificationTemplate.OF_EVERY_MAIL);
        Set<String> used = placeholders(text.body());
        requireWithin(template, used, allowed);
        allowed.removeAll(used);
        if (!allowed.isEmpty()) {
            throw new IllegalStateException(template.fileName() + ".txt does not say " + allowed);
        }
    }

    private static void requireWithin(NotificationTemplate template, Set<String> used, Set<String> allowed) {
        if (!allowed.containsAll(used)) {
            throw new IllegalStateException(template.fileName() + ".txt uses " + used + ", known are " + allowed);
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new HashSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** One pass: braces inside a value stay what they are. */
    private static String fill(String text, Map<String, String> data) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = data.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The mail's text needs " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String read(NotificationTemplate template) {
        String name = "/templates/mail/" + template.fileName() + ".txt";
        try (InputStream in = MailTemplates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return Folding.composed(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Text(String subject, String line, String body) {}
}
