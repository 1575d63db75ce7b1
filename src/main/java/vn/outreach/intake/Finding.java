package vn.outreach.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a row that is refused or asked.
 *
 * @param code stable, for programs
 * @param field the field it is about; null for the row
 * @param refused whether the row cannot be written; otherwise a person may answer
 * @param sentence what is wrong or asked, without the row's number
 * @param suggestion the value that is meant probably; accepted with {@code ACCEPT}
 * @param choices what may be answered with {@code SAME}: keys and what they stand for
 */
public record Finding(
        String code,
        @Nullable String field,
        boolean refused,
        String sentence,
        @Nullable String suggestion,
        List<Choice> choices) {

    /** One of several things that may be meant. */
    public record Choice(String key, String text) {}

    /** Under which an answer to it is kept. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String key() {
        return field == null ? code : code + ":" + field;
    }

    public static Finding refused(String code, @Nullable String field, String sentence) {
        return new Finding(code, field, true, sentence, null, List.of());
    }

    public static Finding asked(String code, @Nullable String field, String sentence) {
        return new Finding(code, field, false, sentence, null, List.of());
    }
}
