package vn.outreach.base.text;

import java.util.HashMap;
import java.util.Map;

/** What a character is to a reader, whatever Unicode makes of it. */
final class Characters {

    /**
     * Blank on the screen, though Unicode calls them letters or symbols: Hangul fillers, the empty Braille cell, a note
     * without a head.
     */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800\uD834\uDD59";
    /**
     * Marks, and numbers not given yet, that no font draws (Default_Ignorable_Code_Point without the format
     * characters).
     */
    private static final int[][] IGNORABLE = {
        {0x034F, 0x034F},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2065, 0x2065},
        {0xFE00, 0xFE0F},
        {0xFFF0, 0xFFF8},
        {0xE0000, 0xE0FFF}
    };

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String DASHES = "\u02D7\u2043\u207B\u208B\u2212\u2500\u2796";
    private static final String SLASHES = "\u2044\u2215\u2571\u29F8";
    private static final Map<Integer, Integer> LOOK_ALIKES = new HashMap<>();

    static {
        // Small letters of other alphabets that look like ours in both cases; a person cannot tell them apart.
        twins("ðɖɗƌ₫ᶑᵭ", "đđđđđđđ");
        twins("ÐƉƊƋ", "ĐĐĐĐ");
        twins("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw");
        twins("АЕОРСУХІЈЅ", "AEOPCYXIJS");
        twins("ιονρ\u0251\u0131\u0261", "iovpaig");
    }

    private Characters() {}

    private static void twins(String foreign, String ours) {
        for (int i = 0; i < foreign.length(); i++) {
            LOOK_ALIKES.put((int) foreign.charAt(i), (int) ours.charAt(i));
        }
    }

    /** Takes space and shows nothing: White_Space, control characters, fillers. */
    static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || FILLERS.indexOf(character) >= 0;
    }

    /** Takes no space: format characters and what fonts leave out. */
    static boolean isFormat(int character) {
        if (Character.getType(character) == Character.FORMAT) {
            return true;
        }
        for (int[] range : IGNORABLE) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }

    static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** One of the five marks of a Vietnamese tone. */
    static boolean isTone(int character) {
        return TONES.indexOf(character) >= 0;
    }

    /** Ends a line in some program: the line feed and its kin. */
    static boolean isLineBreak(int character) {
        return character >= 0x0A && character <= 0x0D
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    /** Turns the direction of the writing, so that what is read is not what is there. */
    static boolean isDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    /**
     * One character for all that look the same: dashes, slashes, digits of other scripts, letters of other alphabets.
     */
    static int plain(int character) {
        if (Character.getType(character) == Character.DASH_PUNCTUATION || DASHES.indexOf(character) >= 0) {
            return '-';
        }
        if (SLASHES.indexOf(character) >= 0) {
            return '/';
        }
        if (Character.isDigit(character)) {
            return '0' + Character.digit(character, 10);
        }
        return LOOK_ALIKES.getOrDefault(character, character);
    }
}
