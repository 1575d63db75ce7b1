package vn.outreach.base.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the line alone, in the place of a stack trace. */
class DatabaseNotThereAnalyzer extends AbstractFailureAnalyzer<DatabaseNotThere> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotThere failure) {
        return new FailureAnalysis(failure.getMessage(), null, failure);
    }
}
