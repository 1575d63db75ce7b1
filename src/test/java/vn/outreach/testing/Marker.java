package vn.outreach.testing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices that foreign code ran, harmlessly: the attacks of the tests make or call one of these where a real one would
 * start a program.
 */
public final class Marker {

    /** JUEL that makes a marker, if it is evaluated with more than the allowed functions. */
    public static final String JUEL = "${''.getClass().forName('vn.outreach.testing.Marker').newInstance().toString()}";

    private static final AtomicInteger MADE = new AtomicInteger();

    /** Made by an attack. */
    public Marker() {
        MADE.incrementAndGet();
    }

    /** How often an attack has worked so far. */
    public static int made() {
        return MADE.get();
    }

    /** A static method for attacks that can call nothing else. */
    public static String call(String text) {
        MADE.incrementAndGet();
        return text;
    }

    @Override
    public String toString() {
        return "marked";
    }
}
