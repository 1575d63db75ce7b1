package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.outreach.security.access.ServedAddresses.Served;
import vn.outreach.testing.OutreachTest;

/**
 * What every address of the running application answers to every role at the access rules, kept in one readable table. An
 * address that is new, or answered to somebody else than before, is a difference to the table and fails the build; who
 * wants it so runs this test with {@code -Dposture=write} and shows the difference to a second person. Then, and in a run of
 * everything, each address is asked through the filters; else every eighth, and of the others the rules are asked.
 */
class PostureTest extends OutreachTest {

    private static final Path TABLE = Path.of("src/docs/posture.txt");
    private static final String BASIC = "/engine-rest";
    private static final String SESSION = "/camunda/api/engine/engine/default";
    private static final int PASSED = 299;
    private static final boolean EACH_IS_SENT = Boolean.getBoolean("everything") || "write".equals(System.getProperty("posture"));
    private static final AccessRules PRODUCTION = new AccessRules(Set.of());
    private static final List<String> VERBS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");

    /** Roles as columns: a user each, and the short heading of the column. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    /** What was answered once is not asked again. */
    private static final Map<Served, String> KNOCKED = new HashMap<>();
    private static final Map<String, Set<String>> GROUPS = new HashMap<>();

    static {
        ROLES.put("nobody", "");
        ROLES.put("no group", "posturestranger");
        ROLES.put("heads", "posturehead");
        ROLES.put("outreachOfficers", "officer2");
        ROLES.put("organisationBoard", "organisation2");
        ROLES.put("propagandaBoard", "propaganda");
        ROLES.put("massMobilisationBoard", "massmob");
        ROLES.put("committeeOffice", "office");
        ROLES.put("standingCommittee", "committee");
        ROLES.put("steeringBoard", "board");
        ROLES.put("zoneUnion", "zoneunion2");
        ROLES.put("youthUnion", "youth");
        ROLES.put("mobileCell", "mobilecell");
        ROLES.put("own cell", "posturecell");
        ROLES.put("integrations", "integration");
        ROLES.put("camunda-admin", "admin");
    }

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ServletContext servlets;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private Filter access;

    @Autowired
    private AddressFilter addresses;

    @Autowired
    private AccessRules rules;

    @Autowired
    private Roles roles;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @BeforeEach
    void people() {
        person("posturestranger", null);
        person("posturehead", "heads");
        person("posturecell", "cell3500370371");
    }

    @Test
    void everyAddressAnswersAsTheTableSays() throws IOException {
        String table = table();
        if ("write".equals(System.getProperty("posture"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    @Test
    void anAddressThatNobodyWroteDownIsFound() throws Exception {
        RequestMappingInfo undocumented = RequestMappingInfo.paths("/api/v1/undocumented")
                .methods(RequestMethod.GET)
                .options(controllers.getBuilderConfiguration())
                .build();
        controllers.registerMapping(undocumented, this, Object.class.getMethod("toString"));
        try {
            assertThat(table()).isNotEqualTo(Files.readString(TABLE)).contains("/api/v1/undocumented");
        } finally {
            controllers.unregisterMapping(undocumented);
        }
    }

    /** The engine's own description knows no address that we did not find by looking at its classes. */
    @Test
    void theEnginesDescriptionHoldsNothingThatIsNotInTheTable() throws IOException {
        Set<String> found = new TreeSet<>();
        new ServedAddresses(application, servlets).all().stream()
                .filter(served -> served.template().startsWith(BASIC + "/"))
                .forEach(served -> found.add(served.verb() + " " + unnamed(served.template())));
        Set<String> described = new TreeSet<>();
        try (InputStream openapi = getClass().getResourceAsStream("/openapi.json")) {
            JsonNode paths = new ObjectMapper().readTree(openapi).path("paths");
            paths.fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(
                    verb -> described.add(verb.toUpperCase() + " " + unnamed(BASIC + path.getKey()))));
        }
        assertThat(described).hasSizeGreaterThan(390);
        assertThat(found).containsAll(described);
    }

    /** Verbs that an address does not know are refused to everybody, whatever it is. */
    @Test
    void noOtherVerbPasses() {
        Map<String, Set<String>> known = new TreeMap<>();
        new ServedAddresses(application, servlets).all().forEach(served ->
                known.computeIfAbsent(served.template(), any -> new TreeSet<>()).add(served.verb()));
        List<String> passed = new ArrayList<>();
        known.forEach((template, verbs) -> VERBS.stream()
                .filter(verb -> !verbs.contains(verb) && !(verb.equals("HEAD") && verbs.contains("GET")))
                .filter(verb -> rules.lets(Roles.WORDS, verb, sample(template)))
                .forEach(verb -> passed.add(verb + " " + template)));
        assertThat(passed).isEmpty();
    }

    // --- the table -----------------------------------------------------------------------------------------------------

    private String table() {
        Map<String, String> rows = new TreeMap<>();
        ServedAddresses served = new ServedAddresses(application, servlets);
        Map<String, Map<String, String>> alike = new TreeMap<>();
        served.all().forEach(each ->
                alike.computeIfAbsent(name(each), any -> new TreeMap<>()).put(each.template() + " " + each.verb(), cells(each)));
        // One row where both addresses of the engine answer alike, else a row for each.
        alike.forEach((name, each) -> {
            if (Set.copyOf(each.values()).size() == 1) {
                rows.put(name, each.values().iterator().next());
            } else {
                rows.putAll(each);
            }
        });
        StringBuilder table = new StringBuilder(HEAD);
        int column = 0;
        for (String role : ROLES.keySet()) {
            table.append("#   ").append((char) ('a' + column++)).append("  ").append(role).append('\n');
        }
        table.append("#\n# Servlets of the application:\n");
        served.servlets().forEach(servlet -> table.append("#   ").append(servlet).append('\n'));
        table.append("\n").append(" ".repeat(8)).append("abcdefghijklmnop\n");
        rows.forEach((address, cells) -> table.append(line(address, cells)));
        return table.toString();
    }

    private static final String HEAD = """
            # What every address of the application answers to every role, at the access rules. Written by PostureTest, kept by it.
            #
            #   -  401   log in        .  403   not for you (404, 405: for nobody)        o  let in, to what stands behind the access rules
            #   s  let in while its operator's function is switched on (outreach.operations), else 403; none is in production
            #
            # ENGINE is /engine-rest (HTTP Basic) and /camunda/api/engine/engine/default (session) where both answer alike.
            # Verbs that are not in this table are refused to everybody, except HEAD where there is GET. The roles:
            """;

    private static String line(String address, String cells) {
        String[] verbAndPath = address.split(" ");
        return "%-8s%s  %s%n".formatted(verbAndPath[1], cells, verbAndPath[0]);
    }

    /** Sorted by address, then verb; the engine's two roots are one. */
    private static String name(Served served) {
        String template = served.template();
        for (String root : List.of(BASIC, "/camunda/api/engine/engine/{name}")) {
            if (template.equals(root) || template.startsWith(root + "/")) {
                template = "ENGINE" + template.substring(root.length());
            }
        }
        return template + " " + served.verb();
    }

    private String cells(Served served) {
        return KNOCKED.computeIfAbsent(served, each -> {
            StringBuilder cells = new StringBuilder();
            ROLES.values().forEach(user -> cells.append(cell(each, user)));
            return cells.toString();
        });
    }

    private char cell(Served served, String user) {
        String path = sample(served.template());
        boolean sent = EACH_IS_SENT || served.template().equals("/error") || Math.floorMod(served.hashCode(), 8) == 0;
        return sent ? answer(served, path, user) : rule(served.verb(), path, user);
    }

    /** What the filters are to answer, as the rules say. */
    private char rule(String verb, String path, String user) {
        char refused = user.isEmpty() ? '-' : '.';
        return rules.lets(words(user), verb, path) ? letIn(verb, path, user) : refused;
    }

    private char answer(Served served, String path, String user) {
        int status = knock(served.verb(), path, user);
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> '-';
            // Nobody's address, nobody's verb, or somebody else's.
            case HttpServletResponse.SC_NOT_FOUND, HttpServletResponse.SC_METHOD_NOT_ALLOWED, HttpServletResponse.SC_FORBIDDEN -> '.';
            case PASSED -> letIn(served.verb(), path, user);
            default -> throw new AssertionError(served + " is answered " + status + " for " + user);
        };
    }

    private char letIn(String verb, String path, String user) {
        return PRODUCTION.lets(words(user), verb, path) ? 'o' : 's';
    }

    private Set<String> words(String user) {
        return roles.of(user.isEmpty() ? null : new Caller(user, GROUPS.computeIfAbsent(user, this::groups), Caller.Way.BASIC, false));
    }

    // --- at the access rules -----------------------------------------------------------------------------------------------------

    /** Sends the request through the filters that stand in front of everything; what comes through is answered 299. */
    private int knock(String verb, String path, String user) {
        MockHttpServletRequest request = new MockHttpServletRequest(servlets, verb, path);
        request.setServletPath(path);
        if (!user.isEmpty() && path.startsWith("/camunda/")) {
            request.setSession(session(user));
        } else if (!user.isEmpty()) {
            byte[] pair = (user + ":" + password(user)).getBytes(StandardCharsets.UTF_8);
            request.addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain inside = (passed, answer) -> ((HttpServletResponse) answer).setStatus(PASSED);
        try {
            addresses.doFilter(request, response, (first, answer) -> access.doFilter(first, answer, inside));
        } catch (Exception e) {
            throw new AssertionError(verb + " " + path, e);
        }
        return response.getStatus();
    }

    private MockHttpSession session(String user) {
        MockHttpSession session = new MockHttpSession(servlets);
        AuthenticationUtil.getAuthsFromSession(session).addOrReplace(new UserAuthentication(user, SessionLogin.ENGINE));
        return session;
    }

    private Set<String> groups(String user) {
        Set<String> groups = new TreeSet<>();
        identities.createGroupQuery().groupMember(user).list().forEach(group -> groups.add(group.getId()));
        return groups;
    }

    private void person(String id, String group) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setPassword(id);
            ((IdentityServiceImpl) identities).saveUser(user, true);
            if (group != null) {
                if (identities.createGroupQuery().groupId(group).count() == 0) {
                    identities.saveGroup(identities.newGroup(group));
                }
                identities.createMembership(id, group);
            }
        }
    }

    // --- samples -----------------------------------------------------------------------------------------------------------

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final String UUID = "0a1b2c3d-1111-11ee-8c99-0242ac120002";

    private static String unnamed(String template) {
        return PLACE.matcher(template).replaceAll("{}");
    }

    /** An address as somebody would send it, with the kind of value that belongs in each place. */
    static String sample(String template) {
        String path = PLACE.matcher(template).replaceAll(place -> value(place, template));
        return path.replace("/**", "/some.js").replace("/*", "/some.js");
    }

    private static String value(MatchResult place, String template) {
        String name = place.group(1);
        String before = template.substring(0, place.start());
        if (before.endsWith("/engine/engine/") || before.matches(".*/(plugin/[a-zA-Z]+|auth/user|setup)/")) {
            return "default";
        }
        if (before.matches(".*/(process|decision|case)(-requirements)?-definition/") && name.equals("id")) {
            return "survey:1:" + UUID;
        }
        if (before.matches(".*/(user|group|tenant)/") || Set.of("userId", "groupId").contains(name)) {
            return "officer2";
        }
        return switch (name) {
            case "key", "varName", "variableName", "messageName", "name" -> "survey";
            case "pluginName", "pluginId", "plugin" -> "tasklistPlugins";
            case "appName", "app" -> "tasklist";
            case "metrics-name" -> "activity-instance-start";
            case "taxCode" -> "3500370371";
            case "year" -> "2026";
            default -> before.startsWith("/api/") ? "17" : UUID;
        };
    }
}
