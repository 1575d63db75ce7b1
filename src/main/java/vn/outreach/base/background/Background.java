package vn.outreach.base.background;

import java.time.Duration;

/** Work that goes on by itself beside the job executor. It starts when the application is complete, not before. */
public interface Background {

    /** What it does, in the words of administrators; without any, by its class. */
    default String title() {
        return getClass().getSimpleName();
    }

    /** The pause between two passes. */
    Duration interval();

    /** After how many failed passes in a row the administrators are told. */
    default int failuresUntilTold() {
        return 5;
    }

    /** One pass; what fails is tried again at the next. */
    void pass();
}
