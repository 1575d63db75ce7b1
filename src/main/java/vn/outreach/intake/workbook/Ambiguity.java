package vn.outreach.intake.workbook;

import java.util.List;

/** A field that several columns may be; none of them is read until a person chooses one. */
public record Ambiguity(String field, List<String> letters, String sentence) {

    public Ambiguity {
        letters = List.copyOf(letters);
    }
}
