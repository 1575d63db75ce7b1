package vn.outreach.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all rows of a list.
 *
 * @param planYear the year of a plan's rows; null for other kinds
 * @param asOf the day of which the list tells
 */
public record IntakeList(long id, IntakeKind kind, @Nullable Integer planYear, LocalDate asOf, String fileName) {}
