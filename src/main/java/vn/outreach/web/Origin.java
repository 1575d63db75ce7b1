package vn.outreach.web;

/**
 * The address from which the present request came, as the filter found it out behind the office's proxies. The filter
 * opens one around each request: {@code try (Origin from = Origin.of(address)) { … }}. What the system does by itself
 * has none.
 */
public final class Origin implements AutoCloseable {

    private static final ThreadLocal<String> ADDRESS = new ThreadLocal<>();

    private final String before;

    private Origin(String before) {
        this.before = before;
    }

    public static Origin of(String address) {
        Origin origin = new Origin(ADDRESS.get());
        ADDRESS.set(address);
        return origin;
    }

    /** The address, or null outside a request. */
    public static String address() {
        return ADDRESS.get();
    }

    @Override
    public void close() {
        if (before == null) {
            ADDRESS.remove();
        } else {
            ADDRESS.set(before);
        }
    }
}
