package vn.outreach.lifecycle.persuasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.outreach.base.refusal.Refusal;

class ObstacleTest {

    @Test
    void codesAreRead_andAnUnknownOneIsNamedWithThoseThatThereAre() {
        assertThat(Obstacle.of(List.of("SMALL_SCALE", "LOW_INCOME"))).containsExactly(Obstacle.SMALL_SCALE, Obstacle.LOW_INCOME);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Obstacle.of(List.of("SMALL_SCALE", "RAIN")));
        assertThat(refusal.code()).isEqualTo("field-choice");
        assertThat(refusal.field()).isEqualTo("obstacles");
        assertThat(refusal.getMessage()).contains("“RAIN”", "OWNER_UNAWARE, ", "NO_STAFF_CAPACITY");
    }
}
