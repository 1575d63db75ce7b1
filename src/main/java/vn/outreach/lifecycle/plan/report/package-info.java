/**
 * What an office reports of a quarter or a year: its texts beside frozen figures.
 * Figures are those of result/; nothing is counted here.
 * Begin at ReportService.
 */
@NullMarked
package vn.outreach.lifecycle.plan.report;

import org.jspecify.annotations.NullMarked;
