package vn.outreach.work.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.outreach.process.TaskEnterprise;

class ReadyTextsTest {

    @Test
    void aDayIsReadAsItIsWrittenHere() {
        assertThat(texts(Map.of("voteDate", "2026-11-06"), "voteDateText")).containsExactly(Map.entry("voteDateText", "06/11/2026"));
    }

    @Test
    void whatIsNotThereYetIsSaid() {
        assertThat(texts(Map.of(), "voteDateText", "decisionNumberText")).containsOnly(
                Map.entry("voteDateText", "chưa có"), Map.entry("decisionNumberText", "…"));
    }

    @Test
    void signsOfMarkdownStaySigns() {
        assertThat(texts(Map.of("enterpriseName", "A*B_C <b> [d](e) `f` \\ $1 – Thép & Sóng"), "enterpriseNameText"))
                .containsValue("A\\*B\\_C \\<b\\> \\[d\\]\\(e\\) \\`f\\` \\\\ \\$1 – Thép \\& Sóng");
    }

    @Test
    void whatIsNoDayIsShownAsItIs_andATextLikeADayIsNone() {
        assertThat(texts(Map.of("voteDate", "*mai*", "enterpriseName", "2026-11-06"), "voteDateText", "enterpriseNameText")).containsOnly(
                Map.entry("voteDateText", "\\*mai\\*"), Map.entry("enterpriseNameText", "2026\\-11\\-06"));
    }

    @Test
    void onlyWhatTheFormShowsIsThere() {
        assertThat(texts(Map.of("voteDate", "2026-11-06", "enterpriseName", "A"), "candidateRef", "voteDate")).isEmpty();
    }

    private static Map<String, String> texts(Map<String, Object> variables, String... shown) {
        return ReadyTexts.of(new OpenForm("1", "", "", "", null, TaskEnterprise.NONE, "1", "1", false, List.of(), Set.of(shown)), variables);
    }
}
