package vn.outreach.document.paper;

import vn.outreach.base.text.Folding;

/**
 * The name that a file had at its sender's: something to show, and never a path. Nothing on our disk is called so; what
 * is cut off here would mislead people or their systems when they save it.
 */
final class FileName {

    private static final int LONGEST = 120;
    private static final String NAMELESS = "giay-to";

    private FileName() {}

    /**
     * The last part of the name without what no file system takes, invisible characters and marks that turn the writing
     * round.
     */
    static String of(String sent) {
        if (sent == null) {
            return NAMELESS;
        }
        String name = Folding.composed(sent);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\r\\n\\u0085\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\\p{C}:*?\"<>|]", "")
                .replaceAll("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$", "");
        return Folding.isBlank(name) ? NAMELESS : shortened(name);
    }

    /** From the front, so that the ending stays. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST ? name : name.substring(name.offsetByCodePoints(0, length - LONGEST));
    }
}
