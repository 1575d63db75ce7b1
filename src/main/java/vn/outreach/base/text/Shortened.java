package vn.outreach.base.text;

/** Cuts a text to what its column holds, never through the middle of an emoji. */
public final class Shortened {

    private Shortened() {}

    public static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
