package vn.outreach.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionVisibilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"organisationBoard", "standingCommittee", "mobileCell"})
    void whoWorksOnAllSeesAll(String group) {
        assertThat(AdmissionVisibility.of(Set.of(group)).covers("0100047516")).isTrue();
        assertThat(AdmissionVisibility.of(Set.of(group)).all()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "steeringBoard", "youthUnion", "cellar", "cell", "cell123", "cell01000475160", "xcell0100047516"})
    void othersSeeNone(String group) {
        assertThat(AdmissionVisibility.of(Set.of(group)).isNone()).isTrue();
        assertThat(AdmissionVisibility.of(Set.of(group)).covers("0100047516")).isFalse();
    }

    @Test
    void aCellSeesItsOwnEnterprise_aBranchsCellTheBranch() {
        AdmissionVisibility visibility = AdmissionVisibility.of(Set.of("cell0100047516", "cell0100233488001"));
        assertThat(visibility.taxCodes()).containsExactlyInAnyOrder("0100047516", "0100233488-001");
        assertThat(visibility.covers("0100233488-001")).isTrue();
        assertThat(visibility.covers("0100233488")).isFalse();
        assertThat(visibility.covers(null)).isFalse();
    }

    @Test
    void aCellBringsPeopleToItsOwnEnterprise_officersToAny() {
        assertThat(new CurrentUser("x", Set.of("cell0100047516")).mayBringTo("0100233488")).isFalse();
        assertThat(new CurrentUser("x", Set.of("cell0100047516", "outreachOfficers")).mayBringTo("0100233488")).isTrue();
        assertThat(new CurrentUser("x", Set.of("mobileCell")).mayBringTo("0100233488")).isTrue();
    }
}
