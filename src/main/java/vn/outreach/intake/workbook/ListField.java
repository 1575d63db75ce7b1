package vn.outreach.intake.workbook;

import java.util.List;

/**
 * A field of a kind of list.
 *
 * @param name as the register or the plan knows it
 * @param aliases what its column may be headed; the first is the one that people are shown
 * @param personal its columns are known only to be left out: owner's name, telephone, mail
 */
public record ListField(String name, ValueKind kind, List<String> aliases, boolean personal) {

    public ListField {
        aliases = List.copyOf(aliases);
    }

    /** What people are shown for it. */
    public String label() {
        return aliases.get(0);
    }
}
