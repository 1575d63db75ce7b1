package vn.outreach.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A cheap phone on a slow line, as Chromium imitates it: processor four times slower, 1.6 Mbit/s down, 150 ms there and back. */
public final class SlowPhone implements AutoCloseable {

    private static final int SLOWER = 4;
    private static final double DOWN = 1_600_000 / 8.0;
    private static final double UP = 750_000 / 8.0;
    private static final int LATENCY_MILLIS = 150;

    private final RunningApplication application;
    private final Chromium chromium = new Chromium();
    private final Page page;
    private final CDPSession tools;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong octets = new AtomicLong();

    /** Logs this user in before the line becomes slow. */
    public SlowPhone(RunningApplication application, String user) {
        this.application = application;
        this.page = chromium.phone();
        page.navigate(application.address() + "/app");
        page.locator("form.ou-login input[name=user]").fill(user);
        page.locator("form.ou-login input[name=password]").fill(user);
        page.locator("form.ou-login button").click();
        page.locator("#header nav").waitFor();
        tools = page.context().newCDPSession(page);
        tools.send("Network.enable");
        tools.on("Network.loadingFinished", event -> {
            requests.incrementAndGet();
            octets.addAndGet(event.get("encodedDataLength").getAsLong());
        });
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MILLIS);
        line.addProperty("downloadThroughput", DOWN);
        line.addProperty("uploadThroughput", UP);
        tools.send("Network.emulateNetworkConditions", line);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        tools.send("Emulation.setCPUThrottlingRate", processor);
    }

    /**
     * @param millis until the first task is on the screen
     * @param firstPaint until anything of the page is, as the browser says
     * @param kilobytes what came over the line, packed as it was sent
     */
    public record Load(double millis, double firstPaint, int requests, long kilobytes) {}

    /** Opens a page and waits for what the person came for; a first visit finds nothing in the browser's store. */
    public Load open(String path, String awaited, boolean firstVisit) {
        page.navigate("about:blank");
        if (firstVisit) {
            tools.send("Network.clearBrowserCache");
        }
        requests.set(0);
        octets.set(0);
        long begin = System.nanoTime();
        page.navigate(application.address() + path, new Page.NavigateOptions()
                .setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT)
                .setTimeout(120_000));
        page.locator(awaited).first().waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(120_000));
        double millis = (System.nanoTime() - begin) / 1e6;
        double paint = ((Number) page.evaluate(
                "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")).doubleValue();
        return new Load(millis, paint, requests.get(), octets.get() / 1024);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
