/**
 * Lists that arrive as workbooks: read, previewed row by row, applied, taken back.
 * No table of a list's rows is known here: each kind of list is an IntakeTarget elsewhere.
 * Begin at IntakeService; IntakeAnswers, IntakeApplying and IntakeUndo come after it.
 */
@NullMarked
package vn.outreach.intake;

import org.jspecify.annotations.NullMarked;
