package vn.outreach.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a walk through the pages saw: which pages there are, which of them it met, and the English words on them. */
final class WalkedPages {

    /** Pages that no officer, head or manager meets, and why. */
    private static final Map<String, String> NOT_MET = Map.ofEntries(
            Map.entry("admin /authorization", "administrators; shows the engine's names of permissions"),
            Map.entry("cockpit /decision-definition/:id", "shows FEEL, the language of decisions, and the engine's types"),
            Map.entry("cockpit /decision-definition/:id/history", "shows FEEL, the language of decisions, and the engine's types"),
            Map.entry("admin /groups", "administrators; shows the engine's types of groups"),
            Map.entry("admin /setup", "closed: the first administrator is made at the start"),
            Map.entry("admin /tenants/:tenantId", "there are no tenants"),
            Map.entry("admin /tenant-create", "closed: there are no tenants"),
            Map.entry("cockpit /decision-instance/:id", "closed: decisions about people keep no history"),
            Map.entry("cockpit /decision-instance/:id/history", "closed: decisions about people keep no history"),
            Map.entry("cockpit /reports/:reportType?", "empty in the community edition"));

    private static final Pattern ROUTE = Pattern.compile("\\.when\\(\"(/[^\"]*)\"");
    private static final Pattern KEYS_OF_FORMS = Pattern.compile("\"(?:key|value|id)\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern NAMES_OF_MODELS = Pattern.compile("\\b(?:id|source|target)=\"(\\w+)\"|Parameter name=\"(\\w+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern QUOTED = Pattern.compile("“([\\w-]+)”");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Texts that a person sees, or hears, or reads at the mouse; what is marked as English is English on purpose. */
    private static final String TEXTS = """
            () => {
              const texts = [document.title];
              const take = text => text && text.trim() && texts.push(text.trim());
              for (const one of document.querySelectorAll('body *')) {
                const hidden = ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(one.tagName) || one.closest('[lang=en]')
                  || one.tagName !== 'OPTION' && !one.checkVisibility({visibilityProperty: true});
                if (!hidden) {
                  one.childNodes.forEach(child => child.nodeType === Node.TEXT_NODE && take(child.data));
                  ['placeholder', 'title', 'aria-label', 'alt', 'label', 'uib-tooltip'].forEach(name => take(one.getAttribute(name)));
                  one.matches('input[type=button], input[type=submit]') && take(one.value);
                }
              }
              return texts;
            }""";

    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

    private final Set<String> routes = new LinkedHashSet<>();
    private final Map<String, Integer> pages = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> english = new TreeMap<>();
    private final Set<String> names;
    private final List<String> enterprises;

    WalkedPages(RunningApplication application) {
        names = names(application.as("admin"));
        enterprises = application.as("admin").get("/api/v1/enterprises?size=500").ok().json().get("items").findValuesAsText("name");
    }

    /** Looks at the page that is open: the route it belongs to, and what is open on it. */
    void see(Page page, String route, String what) {
        Chromium.settled(page);
        @SuppressWarnings("unchecked")
        List<String> texts = (List<String>) page.evaluate(TEXTS);
        routes.add(route);
        String name = what.isEmpty() ? route : route + " » " + what;
        pages.merge(name, texts.size(), Integer::sum);
        texts.forEach(text -> {
            SortedSet<String> words = EnglishWords.in(withoutNames(text));
            if (!words.isEmpty()) {
                english.computeIfAbsent(String.join(" ", words) + " in “" + text + "”", none -> new TreeSet<>()).add(name);
            }
        });
        if (texts.size() < 2) {
            english.computeIfAbsent("nothing at all", none -> new TreeSet<>()).add(name);
        }
    }

    /** Data are in the language they are in: names of enterprises, and names for programs that stand alone or in quotation marks. */
    private String withoutNames(String text) {
        if (names.contains(text)) {
            return "";
        }
        String rest = QUOTED.matcher(text).replaceAll(quoted -> names.contains(quoted.group(1)) ? "" : Matcher.quoteReplacement(quoted.group()));
        for (String enterprise : enterprises) {
            rest = rest.replace(enterprise, "");
        }
        return rest;
    }

    Set<String> routes() {
        return routes;
    }

    /** What was found, with the pages it stands on. */
    Map<String, SortedSet<String>> english() {
        return english;
    }

    void print() {
        System.out.println("Walked " + pages.size() + " pages for English words (texts on each):");
        pages.forEach((page, texts) -> System.out.println("  " + page + " (" + texts + ")"));
        System.out.println("Not walked:");
        new TreeMap<>(NOT_MET).forEach((page, reason) -> System.out.println("  " + page + ": " + reason));
    }

    /** All pages that there are and that somebody of the office meets. */
    static Set<String> toWalk() {
        Set<String> all = new TreeSet<>();
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            String program = read(file("classpath:/META-INF/resources/webjars/camunda/app/" + app + "/camunda-" + app + "-bootstrap.js"));
            ROUTE.matcher(program).results().map(route -> app + " " + route.group(1)).forEach(all::add);
        }
        ownPages().forEach(page -> all.add("own " + page));
        all.add("error");
        all.removeAll(NOT_MET.keySet());
        return all;
    }

    static Set<String> missing(Set<String> walked) {
        Set<String> missing = toWalk();
        missing.removeAll(walked);
        return missing;
    }

    /** The modules of the product's own pages; a new one is walked by itself. */
    static Set<String> ownPages() {
        Set<String> pages = new TreeSet<>();
        for (Resource page : files("classpath:/static/app/pages/*.js")) {
            pages.add(page.getFilename().replaceAll("\\.js$", ""));
        }
        return pages;
    }

    /** Names for programs that pages show as they are: those of the models, and of users and groups. They are no words. */
    private static Set<String> names(Rest admin) {
        // The engine's name of a kind of job; it is shown in Vietnamese, and in full at the mouse.
        Set<String> names = new HashSet<>(Set.of("async-continuation"));
        for (Resource form : files("classpath:/forms/*.form")) {
            KEYS_OF_FORMS.matcher(read(form)).results().map(key -> key.group(1)).forEach(names::add);
        }
        for (Resource model : files("classpath:/processes/*")) {
            String xml = read(model);
            NAMES_OF_MODELS.matcher(xml).results().map(name -> name.group(1) == null ? name.group(2) : name.group(1)).forEach(names::add);
            Matcher expression = EXPRESSION.matcher(xml);
            while (expression.find()) {
                WORD.matcher(expression.group(1)).results().map(word -> word.group()).forEach(names::add);
            }
        }
        admin.get("/engine-rest/variable-instance?maxResults=500").ok().json().forEach(variable -> names.add(variable.get("name").asText()));
        for (String people : List.of("user", "group")) {
            for (JsonNode one : admin.get("/engine-rest/" + people + "?maxResults=500").ok().json()) {
                names.add(one.get("id").asText());
            }
        }
        return names;
    }

    private static Resource file(String location) {
        return FILES.getResource(location);
    }

    private static Resource[] files(String locations) {
        try {
            return FILES.getResources(locations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
