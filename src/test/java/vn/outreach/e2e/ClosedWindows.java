package vn.outreach.e2e;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test all windows of the shared Chromium are closed, so that no page of an earlier test keeps the machine busy. */
final class ClosedWindows implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        Workplace.chromium().closeWindows();
    }
}
