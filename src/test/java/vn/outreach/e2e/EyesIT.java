package vn.outreach.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Pages for every eye and hand: axe finds nothing serious in either language, nothing scrolls sideways on a phone or at
 * 200 %, and the keyboard alone does an officer's work.
 */
@BrowserTest
class EyesIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    /** A desk of 1280 points at 200 %. */
    private static final int HALF_A_DESK = 640;

    private final List<String> found = new ArrayList<>();

    @Test
    void nothingSeriousStandsInTheWay_onAnyPageOfTheProduct() throws IOException {
        String code = Workplace.surveyAgreed("TNHH Mắt kính");
        lookAtPages(Workplace.phone("officer1"), "vi", code);
        assertThat(found).isEmpty();
    }

    @Test
    void norInTasklist() {
        String code = Workplace.surveyAgreed("TNHH Mắt sáng");
        lookAtTask(Workplace.phone("officer1"), "vi", code);
        assertThat(found).isEmpty();
    }

    @Test
    @Tag("everything")
    void norInTheOtherLanguage_norAtADesk() throws IOException {
        String code = Workplace.surveyAgreed("TNHH Mắt tinh");
        lookAtPages(Workplace.desk("officer1"), "vi", code);
        lookAtTask(Workplace.desk("officer1"), "vi", code);
        for (Page page : List.of(Workplace.desk("officer1"), Workplace.phone("officer1"))) {
            lookAtPages(page, "en", code);
        }
        for (Page page : List.of(Workplace.desk("officer1"), Workplace.phone("officer1"))) {
            lookAtTask(page, "en", code);
        }
        assertThat(found).isEmpty();
    }

    private void lookAtPages(Page page, String language, String code) throws IOException {
        speak(page, language);
        for (String path : paths(code)) {
            page.navigate(Workplace.application().address() + path);
            page.locator("#main > :not(.ou-loading)").first().waitFor();
            Chromium.settled(page);
            look(page, language + " " + path);
        }
        page.context().close();
    }

    private void lookAtTask(Page page, String language, String code) {
        speak(page, language);
        new TasklistPage(page, Workplace.application().address()).openStep(code, "conductSurvey");
        Chromium.settled(page);
        look(page, language + " task");
        Locator tabs = page.locator(".task-details .nav-tabs li a:visible");
        for (int tab = 1; tab < tabs.count(); tab++) {
            tabs.nth(tab).click();
            Chromium.settled(page);
            look(page, language + " tab " + tabs.nth(tab).innerText());
        }
        page.context().close();
    }

    @Test
    void atTwoHundredPercentNothingIsCutOff() throws IOException {
        String code = Workplace.register("TNHH Chữ lớn");
        Page page = Workplace.desk("officer1");
        page.setViewportSize(HALF_A_DESK, HALF_A_DESK);
        for (String path : paths(code)) {
            page.navigate(Workplace.application().address() + path);
            page.locator("#main > :not(.ou-loading)").first().waitFor();
            Chromium.settled(page);
            sideways(page, "200 % " + path);
        }
        page.context().close();
        assertThat(found).isEmpty();
    }

    @Test
    void theKeyboardAloneFindsAnEnterpriseAndOpensItsTask() {
        String code = Workplace.surveyAgreed("TNHH Bàn Phím Gõ Nhanh");
        Page page = Workplace.desk("officer1");
        page.keyboard().press("Tab");
        assertThat(focused(page)).as("the first stop leads past the header").isEqualTo("Đến nội dung");
        tabTo(page, "input[role=combobox]");
        page.keyboard().type("ban phim go nhanh");
        page.locator("[role=option]").filter(new Locator.FilterOptions().setHasText("TNHH Bàn Phím Gõ Nhanh")).first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/app/enterprises/" + code);
        page.locator("#main h1").first().waitFor();
        tabTo(page, "a[href*='task=']");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("task=" + Workplace.task("officer1", code, "conductSurvey")));
        page.locator(".form-pane .fjs-container .fjs-form-field").first().waitFor();
        tabTo(page, ".fjs-container input");
        page.context().close();
    }

    // -------------------------------------------------------------------------------------------------------------------

    /** Every page that there is. */
    private static List<String> paths(String code) throws IOException {
        Resource[] modules = new PathMatchingResourcePatternResolver().getResources("classpath:static/app/pages/*.js");
        assertThat(modules).hasSizeGreaterThan(3);
        return Stream.of(modules).map(module -> module.getFilename().replace(".js", "")).sorted()
                .map(name -> switch (name) {
                    case "start" -> "/app";
                    case "enterprise" -> "/app/enterprises/" + code;
                    default -> "/app/" + name;
                })
                .toList();
    }

    private static void speak(Page page, String language) {
        page.evaluate("language => localStorage.setItem('outreach.language', language)", language);
    }

    private void look(Page page, String where) {
        sideways(page, where);
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                rule.getNodes().forEach(node -> found.add(
                        where + ", " + page.viewportSize().width + ": " + rule.getId() + " " + node.getTarget() + " " + node.getHtml()));
            }
        }
    }

    private void sideways(Page page, String where) {
        int over = ((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
        if (over > 0) {
            found.add(where + ", " + page.viewportSize().width + ": " + over + " points too wide");
        }
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.textContent.trim()");
    }

    private static void tabTo(Page page, String selector) {
        for (int stops = 0; stops < 150; stops++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not come to " + selector);
    }
}
