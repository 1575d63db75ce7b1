package vn.outreach.document.paper;

import java.time.LocalDate;
import vn.outreach.process.TaskCase;

/**
 * A paper that is to be added. {@code number} and {@code date} are null where it has none yet, {@code task} where it
 * belongs to no step; {@code replaces} is the id of the version that it follows, or null.
 */
public record NewPaper(
        String taxCode, PaperType type, String number, LocalDate date, String fileName, TaskCase task, Long replaces) {

    /** A paper of a step, with neither number nor date. */
    public static NewPaper of(TaskCase task, PaperType type, String fileName) {
        return new NewPaper(task.taxCode(), type, null, null, fileName, task, null);
    }

    /** The same paper with what is written on it. */
    public NewPaper numbered(String itsNumber, LocalDate itsDate) {
        return new NewPaper(taxCode, type, itsNumber, itsDate, fileName, task, replaces);
    }
}
