package vn.outreach.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * What somebody typed to find an enterprise, as a condition on the register: each word is part of the name, whatever its
 * marks and case, or of the tax code.
 */
public record SearchWords(List<String> words) {

    private static final Pattern CODE = Pattern.compile("[0-9][0-9 .-]*");
    private static final int DIGITS_OF_COMPANY = 10;
    private static final int MOST = 8;

    /** No words for null and blank text: such a search finds all. */
    public static SearchWords of(String text) {
        if (text == null) {
            return new SearchWords(List.of());
        }
        String typed = text.strip();
        if (CODE.matcher(typed).matches()) {
            return new SearchWords(List.of(code(typed)));
        }
        List<String> words = new ArrayList<>();
        // Nobody types the quotation marks of a name as they stand in the register.
        for (String word : SearchText.of(typed).replaceAll("[\"'“”‘’«»]", " ").strip().split("\\s+")) {
            if (!word.isEmpty() && words.size() < MOST) {
                words.add(word);
            }
        }
        return new SearchWords(words.isEmpty() && !typed.isEmpty() ? List.of(typed) : words);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Begins with “ and”; the register's columns are those of the alias. */
    public String condition(String alias, MapSqlParameterSource parameters) {
        StringBuilder condition = new StringBuilder();
        for (String word : words) {
            String name = "word" + parameters.getValues().size();
            condition.append(" and (%1$s.search_name like :%2$s escape '!' or %1$s.tax_code like :%2$s escape '!')".formatted(alias, name));
            parameters.addValue(name, "%" + word.replaceAll("[!%_]", "!$0") + "%");
        }
        return condition.toString();
    }

    /** A code as it stands in the register, however it was grouped: ten digits, and a hyphen before a branch's three. */
    private static String code(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        return digits.length() <= DIGITS_OF_COMPANY
                ? digits
                : digits.substring(0, DIGITS_OF_COMPANY) + "-" + digits.substring(DIGITS_OF_COMPANY);
    }
}
