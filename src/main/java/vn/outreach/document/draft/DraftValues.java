package vn.outreach.document.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.Day;

/**
 * What becomes of the fields of one paper: its values, and the rows of its tables. What is missing is asked of a pen.
 */
final class DraftValues {

    /** Long enough to write a word on. */
    static final String MISSING = "………………";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<DraftValues>> rows = new LinkedHashMap<>();

    DraftValues put(String field, Object value) {
        if (value != null && !Folding.isBlank(value.toString())) {
            values.put(field, value instanceof LocalDate day ? Day.shown(day) : value.toString());
        }
        return this;
    }

    /** A number of people or things: thousands are set apart. A year is none. */
    DraftValues putCount(String field, Integer count) {
        return put(field, count == null ? null : String.format(VIETNAMESE, "%,d", count));
    }

    DraftValues putRows(String name, List<DraftValues> these) {
        rows.put(name, List.copyOf(these));
        return this;
    }

    /** The values of this paper with those of one row of it before them. */
    DraftValues with(DraftValues row) {
        DraftValues both = new DraftValues();
        both.values.putAll(values);
        both.values.putAll(row.values);
        return both;
    }

    /** The same for the same paper: SHA-256 of the template and of all values and rows. */
    String keyIn(byte[] template) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(template);
            return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String toString() {
        return values + " " + rows;
    }

    Optional<String> find(String field) {
        return Optional.ofNullable(values.get(field));
    }

    String of(String field) {
        return values.getOrDefault(field, MISSING);
    }

    /** A table without rows shows one to write on. */
    List<DraftValues> rowsOf(String name) {
        List<DraftValues> these = rows.getOrDefault(name, List.of());
        return these.isEmpty() ? List.of(new DraftValues()) : these;
    }
}
