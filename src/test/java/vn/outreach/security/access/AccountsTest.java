package vn.outreach.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.outreach.testing.OutreachTest;

/** Accounts as directories, phones and keyboards have them: ids, login names, passwords and addresses, over real HTTP. */
class AccountsTest extends OutreachTest {

    private static final String PASSWORD = "Mật-khẩu-Đường-2026!";
    private static final String TYPED_OTHERWISE = Normalizer.normalize(PASSWORD, Normalizer.Form.NFD);

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @AfterEach
    void forget() {
        identities.createUserQuery().list().stream().map(User::getId).filter(id -> id.startsWith("ng")).forEach(identities::deleteUser);
        identities.createGroupQuery().list().stream().filter(group -> group.getId().startsWith("to.")).forEach(group -> identities.deleteGroup(group.getId()));
        jdbc.sql("delete from login_failure").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyen.van.a", "nguyen-van-a", "nguyen_van_a", "nguyen.a@tinhuy.gov.vn", "nguyen1"})
    void idsOfADirectoryAreIds(String id) {
        assertThat(create(id, Map.of()).status()).isEqualTo(204);
        assertThat(own(id, PASSWORD, "/engine-rest/user/" + encoded(id) + "/profile").text()).contains("\"id\":\"" + id + "\"");
        assertThat(own(id, PASSWORD, "/api/v1/me").status()).isEqualTo(200);
        assertThat(admin("POST", "/engine-rest/group/create", Map.of("id", "to." + id, "name", "Tổ", "type", "OUTREACH")).status()).isEqualTo(204);
        assertThat(admin("PUT", "/engine-rest/group/to." + encoded(id) + "/members/" + encoded(id), Map.of()).status()).isEqualTo(204);
        assertThat(admin("DELETE", "/engine-rest/user/" + encoded(id), Map.of()).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ng a", "ng/a", ".nga", "ng\u1ea1", "ng;a", "ng\u00a0a"})
    void whatAnAddressCannotHoldIsNoId(String id) {
        assertThat(create(id, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void aPasswordIsTheSameHoweverItIsTyped_onEveryLogin() {
        create("nguyena", Map.of());
        assertThat(own("nguyena", TYPED_OTHERWISE, "/api/v1/me").status()).isEqualTo(200);
        assertThat(new WebSession(port).open().form("nguyena", encoded(TYPED_OTHERWISE)).status()).isEqualTo(200);
        RawHttp.Answer changed = RawHttp.sendBody(port, "PUT", "/engine-rest/user/nguyena/credentials",
                json(Map.of("password", Normalizer.normalize("Sửa-lại-Đường-2027!", Normalizer.Form.NFD), "authenticatedUserPassword", TYPED_OTHERWISE)),
                basic("nguyena", PASSWORD), "Content-Type: application/json");
        assertThat(changed.status()).isEqualTo(204);
        assertThat(own("nguyena", "Sửa-lại-Đường-2027!", "/api/v1/me").status()).isEqualTo(200);
        assertThat(own("nguyena", PASSWORD, "/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aPasswordHashedAsItWasTypedStillOpens() {
        User user = identities.newUser("nguyenb");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        jdbc.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = ?")
                .params(engine.getPasswordManager().encrypt(TYPED_OTHERWISE + "salt"), "salt", "nguyenb").update();
        assertThat(own("nguyenb", TYPED_OTHERWISE, "/api/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Officer1", " officer1", "officer1\u00a0", "OFFICER1"})
    void aPhonesCapitalAndBlanksAreNotTheNames(String typed) {
        assertThat(own(typed, "officer1", "/api/v1/me").text()).contains("\"id\":\"officer1\"");
        WebSession browser = new WebSession(port).login(encoded(typed), "officer1");
        assertThat(browser.get("/api/v1/me").text()).contains("\"id\":\"officer1\"");
    }

    @Test
    void wrongPasswordsOfACapitalCountForTheSameAccount() {
        for (int i = 0; i < 6; i++) {
            own("Mobilecell2", "wrong" + i, "/api/v1/me");
        }
        // A wrong one again: the right one is let in where it has proven itself before.
        assertThat(own("mobilecell2", "wrong", "/api/v1/me").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"An", "Ba", "Vi", "Tú", "Lê"})
    void aShortNameForbidsNothing(String name) {
        assertThat(create("nguyen3", Map.of("firstName", name, "password", "Thanh-Ban-Vi-tú-LÊ-2026-x9!")).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "ngan1A-, có ít nhất 10 ký tự", "mat-khau-dai-2026, có chữ hoa", "MAT-KHAU-DAI-2026, có chữ thường", "Mat-khau-dai-qua, có chữ số",
        "MatKhauDai2026, có ký tự đặc biệt", "Xin-chao-Phuong-2026, không chứa tên đăng nhập", "Xin-chao-nguyen4-X, không chứa tên đăng nhập"
    })
    void theRefusalSaysWhichRule(String password, String rule) {
        RawHttp.Answer refused = create("nguyen4", Map.of("password", password));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Mật khẩu phải " + rule);
    }

    @Test
    void severalRulesAreNamedAtOnce() {
        assertThat(create("nguyen4", Map.of("password", "abc")).text())
                .contains("có ít nhất 10 ký tự; phải có chữ hoa; phải có chữ số; phải có ký tự đặc biệt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.vn; b@example.vn", "Nguyễn A <d@example.vn>", "khongco", "a@b", "a@example.vn,b@example.vn", "a b@example.vn", "@example.vn", "a@@example.vn"})
    void anAddressThatMailNeverReachesIsRefusedWhereItIsEntered(String mail) {
        RawHttp.Answer refused = create("nguyen5", Map.of("email", mail));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("không phải một địa chỉ thư");
        create("nguyen5", Map.of());
        assertThat(RawHttp.sendBody(port, "PUT", "/engine-rest/user/nguyen5/profile",
                json(Map.of("id", "nguyen5", "firstName", "A", "lastName", "B", "email", mail)), basic("nguyen5", PASSWORD),
                "Content-Type: application/json").status()).isEqualTo(400);
    }

    @Test
    void blanksAreNoPartOfAnAddressOrAName() {
        assertThat(create("nguyen6", Map.of("email", "\u00a0c@example.vn\u00a0\u200b", "firstName", " Đức\u00a0", "lastName", "\u3164")).status()).isEqualTo(204);
        User user = identities.createUserQuery().userId("nguyen6").singleResult();
        assertThat(user.getEmail()).isEqualTo("c@example.vn");
        assertThat(user.getFirstName()).isEqualTo("Đức");
        assertThat(user.getLastName()).isNull();
    }

    private RawHttp.Answer create(String id, Map<String, String> given) {
        Map<String, String> profile = new HashMap<>(Map.of("id", id, "firstName", "Phương", "lastName", "Lý", "email", "ly@example.vn"));
        profile.putAll(given);
        String password = profile.containsKey("password") ? profile.remove("password") : PASSWORD;
        return admin("POST", "/engine-rest/user/create", Map.of("profile", profile, "credentials", Map.of("password", password)));
    }

    private RawHttp.Answer admin(String verb, String path, Map<String, ?> body) {
        return RawHttp.sendBody(port, verb, path, body.isEmpty() ? "" : json(body), basic("admin", ADMIN_PASSWORD), "Content-Type: application/json");
    }

    private RawHttp.Answer own(String user, String password, String path) {
        return RawHttp.send(port, "127.0.0.1", "GET", path, basic(user, password), "Accept: application/json");
    }

    private static String basic(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
