/**
 * What stands in a workbook that others sent, which column is which field, what a cell says, and what goes back to them.
 * No database, no request and no enterprise is known here.
 * Begin at WorkbookReader and TableFinder.
 */
@NullMarked
package vn.outreach.intake.workbook;

import org.jspecify.annotations.NullMarked;
