package vn.outreach.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documents that are handed on with the product: README.md and what stands in src/docs. */
final class Documents {

    static final Path README = Path.of("README.md");
    static final Path FOLDER = Path.of("src", "docs");
    static final Path PROCESSES = FOLDER.resolve("processes.md");
    static final Path CONSTRUCTS = FOLDER.resolve("constructs.md");

    private Documents() {}

    /** Every document with its text. */
    static Map<Path, String> all() {
        Map<Path, String> documents = new TreeMap<>();
        documents.put(README, text(README));
        files(FOLDER).filter(file -> file.toString().endsWith(".md")).forEach(file -> documents.put(file, text(file)));
        return documents;
    }

    /** The files below a folder of the project. */
    static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
