package vn.outreach.security.access;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** What a broken script, a curious officer or somebody with bad intentions would send. None of it names a thing that exists. */
final class OddValues {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW");

    private static final List<String> PARTS = List.of(
            "0a1b2c3d-1111-11ee-8c99-0242ac120002", "survey:1:0a1b2c3d-1111-11ee-8c99-0242ac120002", "survey", "fuzz", "count",
            "0", "-1", "17", "99999999999999999999", "null", "true", "a%20b", "%C4%90%E1%BA%A3ng", "%F0%9F%8F%AD", "%00", "%0A",
            "..", "%2e%2e", ".", ";x=1", "a;b", "%2f", "%5c", "%25", "%", "%zz", "*", "'", "%27%20or%20%271%27=%271",
            "${7*7}", "%24%7B7*7%7D", "%7B%7B7*7%7D", "<script>", "%3Cscript%3E", "x".repeat(300), "UV-2026-9999", "0000000000",
            "default", "engine", "~", "%E2%80%AE", "con", "%ff", "%c0%ae");

    private static final List<String> QUERIES = List.of(
            "", "", "", "?", "?firstResult=-1", "?maxResults=999999999", "?maxResults=abc", "?firstResult=99999999999999",
            "?sortBy=name", "?sortBy=nothing&sortOrder=asc", "?sortOrder=desc", "?sortBy=id&sortOrder=sideways",
            "?processDefinitionKey=%27", "?variables=a_eq_b", "?variables=a", "?variables=_eq_", "?processVariables=a_like_%25",
            "?dueBefore=yesterday", "?dueBefore=2026-13-45T00:00:00", "?createdAfter=${now()}", "?dueAfterExpression=${7*7}",
            "?assigneeExpression=%24%7B''.getClass()%7D", "?candidateGroupExpression=${1}", "?taskId=" + "x".repeat(2000),
            "?page=-1", "?page=1&size=100000", "?size=abc", "?sort=;drop", "?from=2026-02-30", "?year=99999", "?q=%00", "?q=%25%25",
            "?x=" + "%C3%A1".repeat(200), "?skipCustomListeners=maybe", "?deserializeValues=x", "?userId=%00", "?state=NOTHING",
            "?a[]=1", "?=", "?&&&", "?processInstanceIdIn=,,,", "?businessKeyLike=%25", "?suspended=perhaps", "?startedBefore=0");

    private static final List<String> BODIES = List.of(
            "", "", "{}", "{}", "[]", "null", "true", "0", "\"text\"", "{", "}", "[[[[", "{\"a\":", "{\"a\":1,}", "'", "\u0000", "\ufeff{}",
            "{\"variables\":null}", "{\"variables\":[]}", "{\"variables\":{\"a\":1}}", "{\"variables\":{\"a\":{\"value\":{},\"type\":\"String\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Integer\"}}}", "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Nothing\"}}}",
            "{\"variables\":{\"a\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\","
                    + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            "{\"variables\":{\"\":{\"value\":\"\\u0000\"}}}", "{\"messageName\":null}", "{\"messageName\":\"outreach.nothing\"}",
            "{\"messageName\":\"outreach.ownerContacted\"}", "{\"messageName\":\"outreach.ownerContacted\",\"all\":true}",
            "{\"messageName\":{},\"businessKey\":[]}", "{\"workerId\":null,\"maxTasks\":-1}",
            "{\"workerId\":\"fuzz\",\"maxTasks\":0,\"topics\":[{\"topicName\":\"nothing\",\"lockDuration\":-5}]}",
            "{\"workerId\":\"fuzz\",\"maxTasks\":1,\"topics\":{}}", "{\"userId\":\"fuzz\"}", "{\"userId\":[]}", "{\"userId\":\"\\u0000\"}",
            "{\"orQueries\":[{\"assigneeExpression\":\"${7*7}\"}]}", "{\"orQueries\":[{\"orQueries\":[{}]}]}", "{\"orQueries\":null}",
            "{\"sorting\":[{\"sortBy\":\"nothing\",\"sortOrder\":\"asc\"}]}", "{\"sorting\":[{}]}", "{\"processInstanceIds\":[\"fuzz\"]}",
            "{\"processInstanceIds\":null,\"instructions\":[]}", "{\"dueBefore\":\"yesterday\"}", "{\"firstResult\":\"a\"}",
            "{\"retries\":-1}", "{\"retries\":\"x\"}", "{\"duedate\":\"x\"}", "{\"password\":\"x\"}", "{\"profile\":{}}", "{\"profile\":null}",
            "{\"enterpriseCode\":\"x\"}", "{\"enterpriseCode\":{}}", "{\"taxCode\":\"3500370371\"}", "{\"taxCode\":\"x\",\"name\":[]}",
            "{\"result\":\"NOTHING\",\"reason\":\"\\ud800\"}", "{\"reason\":1e400}", "{\"a\":" + "9".repeat(400) + "}", "[".repeat(3000),
            "{\"a\":".repeat(3000), "{\"\":\"\"}", "{\"__proto__\":{}}", "{\"class\":\"java.lang.Runtime\"}",
            "{\"@type\":\"java.lang.Runtime\",\"@class\":\"java.lang.Runtime\"}", "[{\"day\":\"2026-01-01\"}]", "[null]", "[{}]", "[1,2,3]",
            "username=a&password=b", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>",
            "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"x.bpmn\"\r\n\r\nx\r\n--b--\r\n");

    private static final List<String> TYPES = List.of(
            "application/json", "application/json", "application/json", "application/json;charset=utf-8", "application/json;charset=nothing",
            "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data",
            "application/octet-stream", "application/hal+json", "a/b", "nothing", "application/json; charset=\"", "*/*");

    private OddValues() {}

    static String verb(Random dice) {
        return one(VERBS, dice);
    }

    /** The template with something in its places, and now and then a twist of the whole. */
    static String path(String template, Random dice) {
        String path = PLACE.matcher(template).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(part(place.group(1), dice)));
        path = path.replace("/**", "/" + one(PARTS, dice)).replace("/*", "/" + one(PARTS, dice)).replace(" ", "%20");
        return switch (dice.nextInt(40)) {
            case 0 -> path + "/";
            case 1 -> "/" + path;
            case 2 -> path.toUpperCase();
            case 3 -> path + ";jsessionid=1";
            case 4 -> path.replaceFirst("/engine-rest", "/engine-rest/engine/default");
            case 5 -> path + "/" + one(PARTS, dice);
            default -> path;
        };
    }

    /** Mostly what belongs there, so that the request gets past the access rules. */
    private static String part(String name, Random dice) {
        if (dice.nextInt(3) == 0) {
            return one(PARTS, dice).replace(" ", "%20").replace("<", "%3C").replace(">", "%3E");
        }
        return switch (name) {
            case "key", "varName", "messageName" -> "survey";
            case "name", "engine", "processEngineName" -> "default";
            case "userId", "groupId" -> "fuzz";
            default -> PARTS.get(dice.nextInt(2));
        };
    }

    static String query(Random dice) {
        return one(QUERIES, dice);
    }

    static String body(Random dice) {
        return one(BODIES, dice);
    }

    static String contentType(Random dice) {
        return one(TYPES, dice);
    }

    private static String one(List<String> values, Random dice) {
        return values.get(dice.nextInt(values.size()));
    }
}
