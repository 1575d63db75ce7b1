package vn.outreach.boot.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.demo.DemoRound;
import vn.outreach.engine.guard.GuessablePasswords;
import vn.outreach.testing.OutreachTest;

/** What a production looks at in its engine: here the engine of the tests, which is full of what must not be there. */
class ProductionStartupCheckTest extends OutreachTest {

    @Autowired
    private ProductionStartupCheck production;

    @Autowired
    private GuessablePasswords passwords;

    @Autowired
    private DemoRound demo;

    @Autowired
    private AuthorizationService authorizations;

    private Authorization row;

    @AfterEach
    void takeTheRowBack() {
        if (row != null) {
            authorizations.deleteAuthorization(row.getId());
        }
    }

    @Test
    void aPasswordThatIsTheNameIsFound_andSoAreTheDemosPeople() {
        List<String> wrong = production.inspect(demo.leftovers()).wrong();
        assertThat(wrong).anySatisfy(it -> assertThat(it).contains("Cơ sở dữ liệu chứa dữ liệu mẫu", "officer1", "zoneunion2"));
        assertThat(wrong).anySatisfy(it -> assertThat(it).contains("Mật khẩu trùng với tên đăng nhập", "officer1", "mobilecell"));
    }

    /** The test's administrator was made by the application, with a password of its own. */
    @Test
    void aPasswordOfOnesOwnIsNone() {
        assertThat(passwords.owners()).contains("officer1").doesNotContain("admin");
    }

    @Test
    void lookingLocksNobody() {
        for (int i = 0; i < 12; i++) {
            passwords.owners();
        }
        assertThat(jdbc.sql("select count(*) from ACT_ID_USER where ID_ = 'admin' and ATTEMPTS_ > 0").query(Integer.class).single())
                .isZero();
    }

    @Test
    void elseNothingIsWrongWithIt() {
        assertThat(production.inspect(List.of()).wrong()).singleElement().asString().contains("trùng với tên đăng nhập");
        assertThat(production.inspect(List.of()).looked()).contains("có quản trị viên", "chỉ quản trị viên được triển khai mô hình");
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP, organisationBoard, CREATE, nhóm organisationBoard", "GROUP, steeringBoard, ALL, nhóm steeringBoard",
        "USER, officer1, CREATE, officer1", "GLOBAL, , CREATE, mọi người"
    })
    void aRowThatLetsSomebodyElseDeployIsFound(String kind, String holder, Permissions permission, String named) {
        row(kind, holder, permission);
        assertThat(production.inspect(List.of()).wrong())
                .anySatisfy(it -> assertThat(it).contains("quyền triển khai mô hình").contains(": " + named + ";"));
    }

    @ParameterizedTest
    @CsvSource({"USER, admin, CREATE", "GROUP, organisationBoard, READ"})
    void anAdministratorsRow_orOneForReading_isNone(String kind, String holder, Permissions permission) {
        row(kind, holder, permission);
        assertThat(production.inspect(List.of()).wrong()).noneSatisfy(it -> assertThat(it).contains("triển khai"));
    }

    @Test
    void outsideProductionNothingIsRefused() {
        assertThatCode(() -> production.check(demo.leftovers())).doesNotThrowAnyException();
    }

    private void row(String kind, String holder, Permissions permission) {
        row = authorizations.createNewAuthorization(
                kind.equals("GLOBAL") ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
        if (kind.equals("USER")) {
            row.setUserId(holder);
        } else if (kind.equals("GROUP")) {
            row.setGroupId(holder);
        }
        row.setResource(Resources.DEPLOYMENT);
        row.setResourceId(Authorization.ANY);
        row.addPermission(permission);
        row = authorizations.saveAuthorization(row);
    }
}
