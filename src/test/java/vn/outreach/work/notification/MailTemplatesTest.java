package vn.outreach.work.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mails' texts: complete, strict, polite, and without the organisation's inner work. */
class MailTemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/templates/mail");

    private final MailTemplates templates = new MailTemplates();

    @ParameterizedTest
    @EnumSource(NotificationTemplate.class)
    void everyTemplate_rendersWithExactlyItsKeys(NotificationTemplate template) {
        Map<String, String> data = template.keys().stream().collect(Collectors.toMap(key -> key, key -> "[" + key + "]"));
        Map<String, String> forPerson = new HashMap<>(data);
        NotificationTemplate.OF_EVERY_MAIL.forEach(key -> forPerson.put(key, "[" + key + "]"));

        String whole = templates.subject(template, data) + templates.body(template, forPerson)
                + (template == NotificationTemplate.DIGEST ? "" : templates.line(template, data));
        assertThat(whole).doesNotContain("{{", "}}").contains(forPerson.values());
        for (String key : template.keys()) {
            Map<String, String> incomplete = new HashMap<>(forPerson);
            incomplete.remove(key);
            assertThatThrownBy(() -> templates.body(template, incomplete)).hasMessageContaining(key);
        }
    }

    @Test
    void everyFileHasItsTemplate_andNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(NotificationTemplate.values()).map(template -> template.fileName() + ".txt").toList());
        }
    }

    @ParameterizedTest
    @EnumSource(NotificationTemplate.class)
    void everyText_isComposedVietnamese_andSpeaksOfNothingInner(NotificationTemplate template) throws IOException {
        String text = Files.readString(FOLDER.resolve(template.fileName() + ".txt"));

        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(text).contains("Kính gửi {{recipient}},", "Trân trọng,", "{{link}}");
        assertThat(text.toLowerCase()).doesNotContain("đảng", "chi bộ", "kết nạp", "ứng viên", "quần chúng", "chính trị");
    }

    @Test
    void unknownPlaceholder_isRefused() {
        assertThatThrownBy(() -> MailTemplates.parse(NotificationTemplate.CASE_CLOSED,
                "Subject: {{about}}\nLine: x\n\n{{recipient}} {{link}} {{about}} {{result}} {{candidate}}"))
                .hasMessageContaining("candidate");
    }

    @Test
    void forgottenPlaceholder_isRefused() {
        assertThatThrownBy(() -> MailTemplates.parse(NotificationTemplate.CASE_CLOSED,
                "Subject: {{about}}\nLine: x\n\n{{recipient}} {{about}} {{result}}"))
                .hasMessageContaining("link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Một việc", "Subject: x\nno empty line", "Subject: x\n\nno line"})
    void anotherShape_isRefused(String file) {
        assertThatThrownBy(() -> MailTemplates.parse(NotificationTemplate.CASE_CLOSED, file)).hasMessageContaining("case-closed.txt");
    }

    @Test
    void bracesInAValue_stayWhatTheyAre() {
        Map<String, String> data = Map.of("about", "{{link}} $1 \\", "result", "x", "recipient", "y", "link", "z");

        assertThat(templates.body(NotificationTemplate.CASE_CLOSED, data)).contains("Hồ sơ: {{link}} $1 \\");
    }

    @Test
    void innerWork_isNeverNamed() {
        List<NotificationMessage> notices = Set.of("memberAdmission", "partyCellFounding", "cellRestoration").stream()
                .map(process -> new NotificationSubject("e", "3500101146", "Công ty A", process, "pi", "t"))
                .flatMap(occasion -> Stream.of(
                        NotificationMessage.taskAssigned(occasion, "Họp xét kết nạp", null),
                        NotificationMessage.phaseResult(occasion, "FULL_MEMBER"),
                        NotificationMessage.taskEnded(occasion, "Thẩm định")))
                .toList();
        NotificationSubject umbrella = new NotificationSubject("e", "3500101146", "Công ty A", "enterpriseOutreach", "pi", "t");
        NotificationMessage handOver = NotificationMessage.taskAssigned(umbrella, "Bàn giao cho chi bộ", null);

        assertThat(Stream.concat(notices.stream(), Stream.of(handOver)).toList()).allSatisfy(notice ->
                assertThat(notice.data().toString().toLowerCase())
                        .doesNotContain("kết nạp", "chi bộ", "đảng", "thẩm định", "full_member"));
    }

    @Test
    void openPhases_areNamed() {
        assertThat(NotificationMessage.phaseResult(OutboxOnTest.task("t"), "COMPLETED").data())
                .containsEntry("phase", "Khảo sát doanh nghiệp")
                .containsEntry("result", "hoàn thành");
    }
}
