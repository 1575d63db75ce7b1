package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The path tests passed at least 95 % of every process: an element that no test enters may not work at all. */
class ElementCoverageIT {

    private static final double ENOUGH = 0.95;

    @ParameterizedTest
    @MethodSource("vn.outreach.architecture.PathsTaken#databases")
    void everyProcessIsPassed(String database) {
        SoftAssertions softly = new SoftAssertions();
        Models.all().forEach((process, model) -> {
            Set<String> drawn = Models.elements(model, FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
            Set<String> missed = new TreeSet<>(drawn);
            missed.removeAll(PathsTaken.elements(database, process));
            double covered = 1 - (double) missed.size() / drawn.size();
            softly.assertThat(covered)
                    .as("%s: %d of %d elements not passed: %s", process, missed.size(), drawn.size(), missed)
                    .isGreaterThanOrEqualTo(ENOUGH);
        });
        softly.assertAll();
        assertThat(Models.all()).isNotEmpty();
    }
}
