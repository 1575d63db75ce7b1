package vn.outreach.web;

/** Where the present request comes from: the address of its sender, as the door found it. Empty for the house's own work. */
public final class Origin {

    private static final ThreadLocal<String> ADDRESS = new ThreadLocal<>();

    private Origin() {}

    public static String address() {
        String address = ADDRESS.get();
        return address == null ? "" : address;
    }

    public static void set(String address) {
        ADDRESS.set(address);
    }

    public static void clear() {
        ADDRESS.remove();
    }
}
