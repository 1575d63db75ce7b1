package vn.outreach.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionVisibilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"organisationBoard", "standingCommittee", "mobileCell"})
    void whoWorksOnAllSeesAll(String group) {
        assertThat(SystemsFixture.person("x", group).admissions().covers("0100047516")).isTrue();
        assertThat(SystemsFixture.person("x", group).admissions().all()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "steeringBoard", "youthUnion", "cellar", "cell", "cell123", "cell01000475160", "xcell0100047516"})
    void othersSeeNone(String group) {
        assertThat(SystemsFixture.person("x", group).admissions().isNone()).isTrue();
        assertThat(SystemsFixture.person("x", group).admissions().covers("0100047516")).isFalse();
    }

    @Test
    void aCellSeesItsOwnEnterprise_aBranchsCellTheBranch() {
        AdmissionVisibility visibility = SystemsFixture.person("x", "cell0100047516", "cell0100233488001").admissions();
        assertThat(visibility.taxCodes()).containsExactlyInAnyOrder("0100047516", "0100233488-001");
        assertThat(visibility.covers("0100233488-001")).isTrue();
        assertThat(visibility.covers("0100233488")).isFalse();
        assertThat(visibility.covers(null)).isFalse();
    }

    @Test
    void aCellBringsPeopleToItsOwnEnterprise_officersToAny() {
        assertThat(SystemsFixture.person("x", "cell0100047516").mayBringTo("0100233488")).isFalse();
        assertThat(SystemsFixture.person("x", "cell0100047516", "outreachOfficers").mayBringTo("0100233488")).isTrue();
        assertThat(SystemsFixture.person("x", "mobileCell").mayBringTo("0100233488")).isTrue();
    }
}
