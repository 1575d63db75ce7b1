package vn.outreach.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import vn.outreach.testing.NodeJs;

/** The vendor's client for JavaScript, as npm has it. */
final class VendorsJsWorker {

    private VendorsJsWorker() {
    }

    /** Runs it as this user until it has sent the enterprise's letter or met the awaited status; returns what it says then. */
    static JsonNode run(String address, String user, String password, String businessKey, int awaited) {
        String said = NodeJs.runScript("worker.mjs", address + "/engine-rest", user, password, businessKey, "" + awaited);
        try {
            return Rest.JSON.readTree(said.lines().reduce((before, last) -> last).orElse(""));
        } catch (IOException notJson) {
            throw new AssertionError("The worker said: " + said, notJson);
        }
    }
}
