package vn.outreach.web.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Which part of the application a request is for: by the path that the server maps, decoded and without dots. */
final class Paths {

    private static final String WEBAPPS = "/camunda/app/";
    private static final String LIBRARIES = "/camunda/lib/";
    /** The product's own pages beside the webapps. */
    private static final String WORKPLACE = "/app";

    /** What there is besides pages. Names are [\w-.] only, so that nothing clever ends like a file. */
    private static final Pattern STATIC_FILE = Pattern.compile(
            "(?:/camunda)?/app/[\\w./-]+\\.(?:js|css|json|map|txt|ico|png|svg|gif|jpg|woff|woff2|ttf|eot)");

    private static final Pattern PLUGIN_FILE = Pattern.compile("/camunda/api/\\w+/plugin/[^/]+/static/.*");

    /** Where files are sent as they are; everything else that is sent is small. */
    private static final Pattern FILES = Pattern.compile("/api/v1/(?:enterprises/[^/]+/papers|intakes)");

    private Paths() {}

    static String of(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }

    /** The path that was sent, also while the container answers an error at a page of its own. */
    static String asked(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? of(request) : failed.toString();
    }

    /** Where pages are, and the files that they load. */
    static boolean isPages(String path) {
        return path.startsWith(WEBAPPS) || isBelow(path, WORKPLACE);
    }

    /** Files that pages load, of ours and of Camunda's. */
    static boolean isFile(String path) {
        return isStaticFile(path) || path.startsWith(LIBRARIES);
    }

    static boolean isStaticFile(String path) {
        return STATIC_FILE.matcher(path).matches();
    }

    /** Answers that are data and no file: nobody keeps a copy of them. */
    static boolean isData(String path) {
        return isApi(path) && !PLUGIN_FILE.matcher(path).matches();
    }

    /** Paths for scripts and systems, which read JSON. */
    static boolean isApi(String path) {
        return isEngine(path) || isBelow(path, "/api");
    }

    /** Camunda's APIs, for systems and for its webapps. */
    static boolean isEngine(String path) {
        return isEngineRest(path) || isBelow(path, "/camunda/api");
    }

    /** Camunda's REST API for systems. */
    static boolean isEngineRest(String path) {
        return isBelow(path, "/engine-rest");
    }

    /** Whether the body of a POST is a file. */
    static boolean takesFile(String path) {
        return FILES.matcher(path).matches();
    }

    private static boolean isBelow(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
