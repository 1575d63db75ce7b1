package vn.outreach.security.access;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address that the running application serves, read off the application itself, never off a list of ours. */
final class ServedAddresses {

    /** One verb at one template. Files and pages that are served by folder end in {@code **}. */
    record Served(String verb, String template) implements Comparable<Served> {

        @Override
        public int compareTo(Served other) {
            return Comparator.comparing(Served::template).thenComparing(Served::verb).compare(this, other);
        }
    }

    private static final int DEEPEST = 6;

    private final ApplicationContext application;
    private final ServletContext servlets;

    ServedAddresses(ApplicationContext application, ServletContext servlets) {
        this.application = application;
        this.servlets = servlets;
    }

    Set<Served> all() {
        Set<Served> all = new TreeSet<>();
        mapped().forEach(all::add);
        folders().forEach(all::add);
        restServlets().forEach(all::add);
        return all;
    }

    /** Servlets, with what they are mapped to: a new one is a new row. */
    List<String> servlets() {
        return servlets.getServletRegistrations().values().stream()
                .map(servlet -> simple(servlet.getClassName()) + " " + new TreeSet<>(servlet.getMappings()))
                .sorted()
                .toList();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    // --- Spring ------------------------------------------------------------------------------------------------------

    private Stream<Served> mapped() {
        return application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(ServedAddresses::served);
    }

    private static Stream<Served> served(RequestMappingInfo info) {
        Collection<RequestMethod> verbs = info.getMethodsCondition().getMethods();
        Collection<RequestMethod> each = verbs.isEmpty() ? List.of(RequestMethod.values()) : verbs;
        return info.getPatternValues().stream()
                .flatMap(template -> each.stream().map(verb -> new Served(verb.name(), template)));
    }

    private Stream<Served> folders() {
        return application.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(template -> new Served("GET", template));
    }

    // --- JAX-RS ------------------------------------------------------------------------------------------------------

    private Stream<Served> restServlets() {
        List<Served> found = new ArrayList<>();
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            String application = servlet.getInitParameter("jakarta.ws.rs.Application");
            if (application != null) {
                walk(newApplication(application).getClasses(), root(servlet), found);
            }
        }
        application.getBeansOfType(CamundaJerseyResourceConfig.class).values()
                .forEach(engine -> walk(engine.getClasses(), "/engine-rest", found));
        return found.stream();
    }

    private static String root(ServletRegistration servlet) {
        String mapping = servlet.getMappings().iterator().next();
        return mapping.substring(0, mapping.length() - "/*".length());
    }

    private static Application newApplication(String className) {
        try {
            return (Application) Class.forName(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void walk(Collection<Class<?>> classes, String root, List<Served> found) {
        for (Class<?> type : classes) {
            Path path = annotation(type, Path.class);
            if (path != null) {
                walk(type, join(root, path.value()), found, 0);
            }
        }
    }

    private static void walk(Class<?> type, String at, List<Served> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Method method : type.getMethods()) {
            Path path = annotation(method, Path.class);
            String here = path == null ? at : join(at, path.value());
            Set<String> verbs = verbs(method);
            verbs.forEach(verb -> found.add(new Served(verb, here)));
            if (verbs.isEmpty() && path != null) {
                walk(method.getReturnType(), here, found, depth + 1);
            }
        }
    }

    private static Set<String> verbs(Method method) {
        Set<String> verbs = new LinkedHashSet<>();
        for (Method declared : declarations(method)) {
            Arrays.stream(declared.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .forEach(verb -> verbs.add(verb.value()));
        }
        return verbs;
    }

    private static <A extends Annotation> A annotation(Method method, Class<A> kind) {
        return declarations(method).stream()
                .map(declared -> declared.getAnnotation(kind))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> A annotation(Class<?> type, Class<A> kind) {
        return supertypes(type).map(each -> each.getAnnotation(kind)).filter(found -> found != null).findFirst().orElse(null);
    }

    /** The method itself and what it overrides: JAX-RS reads the annotations of interfaces too. */
    private static List<Method> declarations(Method method) {
        return supertypes(method.getDeclaringClass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .toList();
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<Class<?>> above = Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
        return Stream.concat(Stream.of(type), above.flatMap(ServedAddresses::supertypes));
    }

    /** {@code {id : .+}} is {@code {id}}; slashes are single and none stands at the end. */
    private static String join(String root, String path) {
        String joined = root + "/" + path.replaceAll("\\{\\s*([\\w-]+)\\s*:\\s*(?:[^{}]|\\{[^{}]*})*}", "{$1}");
        return joined.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }
}
