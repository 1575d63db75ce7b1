package vn.outreach.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.testing.OutreachTest;

/** There is always an administrator: while the group is empty, Camunda lets anybody make himself one. */
@Tag("both-databases")
class BootstrapTest extends OutreachTest {

    private static final String GOOD = "Mat-khau-thu-2026";

    @Autowired
    private Units units;

    @Autowired
    private Grants grants;

    @Autowired
    private TaskFilters filters;

    private List<String> before;

    @BeforeEach
    void nobodyAdministers() {
        before = members();
        before.forEach(user -> identities.deleteMembership(user, Bootstrap.ADMINISTRATORS));
    }

    @AfterEach
    void theyAdministerAgain() {
        identities.deleteUser("chief");
        before.forEach(user -> identities.createMembership(user, Bootstrap.ADMINISTRATORS));
    }

    @Test
    void theFirstStartMakesOne_andTheNextNoOther() {
        bootstrap("chief", GOOD).administrator();
        bootstrap("another", GOOD).administrator();
        assertThat(members()).containsExactly("chief");
        assertThat(identities.checkPassword("chief", GOOD)).isTrue();
    }

    @Test
    void withoutAPasswordForOneTheStartIsRefused() {
        assertRefused(bootstrap("chief", " "), "OUTREACH_ADMIN_PASSWORD");
    }

    @Test
    void anAccountOfThatNameWithoutTheGroupIsNoAdministrator_andIsNotMadeOne() {
        User chief = identities.newUser("chief");
        chief.setPassword(GOOD);
        identities.saveUser(chief);
        assertRefused(bootstrap("chief", GOOD), "tài khoản “chief” đã có nhưng không thuộc nhóm camunda-admin");
        assertThat(members()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief", "Short-1", "no-upper-case-1", "NO-LOWER-CASE-1", "No-Digit-At-All", "NoSpecial12345", "Chief-2026-long"})
    void theFirstPasswordFollowsThePolicyToo(String password) {
        assertRefused(bootstrap("chief", password), "quá yếu");
    }

    private void assertRefused(Bootstrap bootstrap, String part) {
        List<String> users = identities.createUserQuery().list().stream().map(User::getId).toList();
        assertThatThrownBy(bootstrap::administrator)
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentences())
                        .singleElement()
                        .asString()
                        .contains(part)
                        .doesNotContain(GOOD));
        assertThat(identities.createUserQuery().list()).extracting(User::getId).containsExactlyInAnyOrderElementsOf(users);
    }

    private Bootstrap bootstrap(String id, String password) {
        return new Bootstrap(units, grants, filters, identities, id, password);
    }

    private List<String> members() {
        return identities.createUserQuery().memberOfGroup(Bootstrap.ADMINISTRATORS).list().stream().map(User::getId).toList();
    }
}
