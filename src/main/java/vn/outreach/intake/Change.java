package vn.outreach.intake;

import org.jspecify.annotations.Nullable;

/** A field that a row changes, with what people read of it before and after. */
public record Change(
        String field,
        String label,
        @Nullable String before,
        @Nullable String after) {}
