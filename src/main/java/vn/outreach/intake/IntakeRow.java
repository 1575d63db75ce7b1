package vn.outreach.intake;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/**
 * A row of a list as it is read, with what a person corrected and answered.
 *
 * @param number its place in the list, from 1
 * @param line the row of its sheet as Excel counts it
 * @param zoneLine the zone that a line of its own or the sheet's name gives
 * @param values by the names of fields; what cannot be read is not among them
 * @param answers by the keys of findings
 * @param comparedWith the version that the row was last compared with; null for what is new
 */
public record IntakeRow(
        int number,
        String sheet,
        int line,
        @Nullable String zoneLine,
        Map<String, String> values,
        Map<String, String> answers,
        @Nullable Integer comparedWith) {

    static final String ACCEPT = "ACCEPT";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** Whether a person said that it is right as it stands. */
    public boolean isAccepted(Finding finding) {
        return ACCEPT.equals(answers.get(finding.key()));
    }

    /** The same row with other values. */
    IntakeRow with(Map<String, String> others) {
        return new IntakeRow(number, sheet, line, zoneLine, others, answers, comparedWith);
    }

    /** Something a person may answer, told with the row's line. */
    public Finding asked(String code, @Nullable String field, String clause) {
        return Finding.asked(code, field, sentence(clause));
    }

    /** What stands against the row, told with its line. */
    public Finding refused(String code, @Nullable String field, String clause) {
        return Finding.refused(code, field, sentence(clause));
    }

    /** The same for what a rule says. */
    public Finding refused(Refusal refused) {
        return refused(refused, refused.field());
    }

    /** The same for a rule whose field has another name in the list. */
    public Finding refused(Refusal refused, @Nullable String field) {
        String sentence = refused.getMessage();
        return refused(refused.code(), field, sentence.substring(0, 1).toLowerCase(VIETNAMESE) + sentence.substring(1));
    }

    /** A clause as the sentence about this row. */
    public String sentence(String clause) {
        boolean ends = clause.endsWith(".") || clause.endsWith("?");
        return "Dòng %d: %s%s".formatted(line, clause, ends ? "" : ".");
    }

    /** The value of a field; null where the list says nothing. */
    public @Nullable String value(String field) {
        return values.get(field);
    }
}
