package vn.outreach.base.database;

/** The database did not come within {@code outreach.database.patience}; its message is the line for the log. */
final class DatabaseNotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseNotThere(String line) {
        super(line, null, false, false);
    }
}
