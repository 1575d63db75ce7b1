package vn.outreach.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;
import vn.outreach.register.ledger.Result;

/** The classes of the product by package, as the tests of this package ask for them. */
final class ProductClasses {

    private static final Path SOURCES = Path.of("src/main/java");

    private ProductClasses() {}

    /** Package → id of the process that it is about: where a class named *Process mirrors a model. */
    static Map<String, String> processes() {
        Map<String, String> processes = new TreeMap<>();
        classes().filter(type -> type.getSimpleName().endsWith("Process"))
                .forEach(mirror -> processes.put(mirror.getPackageName(), key(mirror)));
        return processes;
    }

    /** The enums whose constants the ledger keeps as results. */
    static List<Class<?>> results() {
        return classes().filter(type -> type.isEnum() && Result.class.isAssignableFrom(type)).toList();
    }

    private static String key(Class<?> mirror) {
        try {
            Field key = mirror.getDeclaredField("KEY");
            key.setAccessible(true);
            return (String) key.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(mirror.getName() + " mirrors a process and has no KEY", e);
        }
    }

    /** Top-level classes and the types nested in them. */
    private static Stream<Class<?>> classes() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(file -> SOURCES.relativize(file).toString())
                    .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
                    .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
                    .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
