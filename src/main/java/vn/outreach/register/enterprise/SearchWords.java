package vn.outreach.register.enterprise;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import vn.outreach.base.text.Folding;

/**
 * What somebody typed to find an enterprise, as a condition on the register: each word is part of the name, folded as
 * the register's names are, or of the tax code. Words of the legal form and “MST” count only where nothing else was
 * typed.
 */
public record SearchWords(List<String> words) {

    private static final Pattern DIGITS = Pattern.compile("[0-9 ]+");
    private static final Pattern CODE = Pattern.compile("[0-9][0-9.-]*");
    private static final int DIGITS_OF_COMPANY = 10;
    /** In no name and no code: signs alone are no word and find nothing. */
    private static final String NO_NAME = "\u0001";

    private static final Pattern CODE_PREFIX =
            Pattern.compile("\\b(?:mst|ma so thue|ma so doanh nghiep|ma so dn|msdn|tax code)\\b(?= ?[0-9])");
    /** How a name begins in one register and not in the other; longest first. */
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(?:"
                    + "trach nhiem huu han|tnhh|(?:mot|hai|1|2) ?(?:thanh vien|tv)(?: tro len)?|mtv|co phan|ctcp|cp|hop danh"
                    + "|doanh nghiep tu nhan|dntn|hop tac xa|htx|doanh nghiep|cong ty|cty"
                    + "|joint stock company|jsc|limited liability company|company limited|co ltd|ltd|llc|company|corporation|corp|inc)\\b");

    /** No words for null and for text in which nothing can be seen: such a search finds all. */
    public static SearchWords of(@Nullable String text) {
        if (Folding.isBlank(text)) {
            return new SearchWords(List.of());
        }
        String words = CODE_PREFIX.matcher(Folding.words(text)).replaceAll(" ").strip();
        String pasted = Folding.code(text).replaceFirst("^[^0-9]*", "");
        if (DIGITS.matcher(words).matches() && CODE.matcher(pasted).matches()) {
            return new SearchWords(List.of(code(pasted)));
        }
        Matcher legalForm = LEGAL_FORM.matcher(words);
        List<String> telling = split(legalForm.replaceAll(" "));
        return new SearchWords(!telling.isEmpty() ? telling : words.isEmpty() ? List.of(NO_NAME) : split(words));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Begins with “ and”; the register's columns are those of the alias. Words hold letters and digits only, no sign of
     * a pattern.
     */
    public String condition(String alias, MapSqlParameterSource parameters) {
        StringBuilder condition = new StringBuilder();
        for (String word : words) {
            String name = "word" + parameters.getValues().size();
            // The expression is that of the index for parts; it must not be the column, which whole codes are asked of.
            condition.append(
                    " and (%1$s.search_name like :%2$s or (%1$s.tax_code || '') like :%2$s)".formatted(alias, name));
            parameters.addValue(name, "%" + word + "%");
        }
        return condition.toString();
    }

    private static List<String> split(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * A code as it stands in the register, however it was grouped: ten digits, and a hyphen before a branch's three.
     */
    private static String code(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        return digits.length() <= DIGITS_OF_COMPANY
                ? digits
                : digits.substring(0, DIGITS_OF_COMPANY) + "-" + digits.substring(DIGITS_OF_COMPANY);
    }
}
