package vn.outreach.intake.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param index from 0
 * @param letter as Excel names it
 * @param heading all that stands above it: “Lao động – Tổng số”
 * @param field the field that its cells are read as, or null
 * @param encoding the letters of before Unicode that its texts are written in, or null
 */
public record Column(
        int index,
        String letter,
        String heading,
        @Nullable String field,
        @Nullable LegacyEncoding encoding) {}
