package vn.outreach.web;

import java.util.List;

/** A part of a list, as every list of /api/v1 is answered. */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** A list that is short enough to be answered whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, 0, items.size(), items.size());
    }
}
