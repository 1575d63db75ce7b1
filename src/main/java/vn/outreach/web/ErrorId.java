package vn.outreach.web;

import java.util.UUID;

/** A short mark that stands in the answer to a failure and beside its cause in the log, and says nothing by itself. */
public final class ErrorId {

    private static final int LENGTH = 8;

    private ErrorId() {}

    public static String next() {
        return UUID.randomUUID().toString().substring(0, LENGTH);
    }
}
