package vn.outreach.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A class of tests in the shared Chromium. Its windows are closed after each test. All such classes run one after the other in
 * one thread, since Playwright may be used by one thread only; the other tests of the packaged application run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClosedWindows.class)
@Execution(ExecutionMode.SAME_THREAD)
@interface BrowserTest {}
