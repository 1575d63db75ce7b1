package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.outreach.testing.NodeJs;

/**
 * What bpmnlint recommends holds for every model, as an error. {@code src/test/web/.bpmnlintrc} leaves out:
 *
 * <ul>
 *   <li>{@code fake-join}, {@code no-gateway-join-fork}: ways that exclude each other meet at the next step or question; a
 *       gateway in front of it would decide nothing, and released models do not have it.
 *   <li>{@code conditional-flows}, {@code no-inclusive-gateway}: before a talk the meeting is always prepared and materials
 *       only where they are asked for, which is one inclusive gateway with one condition. Exclusive gateways:
 *       {@code ProcessModelTest}.
 *   <li>{@code superfluous-termination}: takes a sub-process whose only end terminates for one without branches; the check
 *       of a personal history ends with the first of two answers.
 *   <li>{@code no-overlapping-elements}: {@code DiagramTest}.
 * </ul>
 */
class BpmnLintIT {

    @Test
    void everyModelKeepsTheRules() {
        List<String> models = Models.files(".bpmn").stream().map(Object::toString).toList();
        assertThat(models).isNotEmpty();
        String said = NodeJs.runPackage("bpmnlint/bin/bpmnlint.js",
                Stream.concat(Stream.of("--config", "src/test/web/.bpmnlintrc", "--max-warnings=0"), models.stream()).toArray(String[]::new));
        assertThat(said).isBlank();
    }
}
