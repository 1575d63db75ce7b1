package vn.outreach.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts between quotation marks in the product's own sources, as they are written there; comments are none. */
final class Literals {

    static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern TOKEN = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\\\n])+'");

    private Literals() {
    }

    /** By file, below {@link #SOURCES}. */
    static Map<Path, List<String>> ofTheProduct() throws IOException {
        Map<Path, List<String>> literals = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                literals.put(SOURCES.relativize(file), of(Files.readString(file)));
            }
        }
        return literals;
    }

    static List<String> of(String source) {
        List<String> literals = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String literal = token.group(1) == null ? token.group(2) : token.group(1);
            if (literal != null) {
                literals.add(literal);
            }
        }
        return literals;
    }
}
