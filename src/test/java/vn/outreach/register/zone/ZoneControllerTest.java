package vn.outreach.register.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.outreach.web.ApiAssert.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.testing.OutreachTest;
import vn.outreach.web.Api;

/** Zones and their spellings; each test has zones of its own name. */
@Tag("both-databases")
class ZoneControllerTest extends OutreachTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private ZoneService zones;

    @Autowired
    private EnterpriseService register;

    private final Api api = new Api();
    private String name;

    @BeforeEach
    void asTheOrganisationBoard() {
        api.serving(new ZoneController(zones, api));
        api.as("organisation", "organisationBoard");
        name = "Sông Đông " + newTaxCode();
    }

    private JsonNode sent(MvcTestResult result, int status) throws IOException {
        MockHttpServletResponse answer = result.getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private JsonNode added(String... aliases) throws IOException {
        return sent(api.post("/api/v1/zones", JSON.writeValueAsString(Map.of("name", name, "aliases", aliases))), 201);
    }

    private JsonNode find(String path, String field, String text) throws IOException {
        return StreamSupport.stream(sent(api.get(path), 200).get("items").spliterator(), false)
                .filter(each -> each.get(field).asText().equals(text)).findFirst().orElse(null);
    }

    @Test
    void whatTheRegisterHasUnderASpellingBecomesTheName_withItsEntry() throws IOException {
        String written = enterprise("zone", "KCN " + name.toUpperCase());
        String other = enterprise("zone", name.replace("Sông Đông", "Song Dong 1"));
        String slip = enterprise("zone", name + " mở rộng");
        assertThat(find("/api/v1/zones/unknown", "text", "KCN " + name.toUpperCase()).get("enterprises").asInt()).isEqualTo(1);

        JsonNode zone = added();

        assertThat(zone.get("enterprises").asInt()).isEqualTo(1);
        assertThat(register(written, "zone")).isEqualTo(name);
        assertThat(register(other, "zone")).isNotEqualTo(name);
        assertThat(jdbc.sql("select fields || ' ' || source from register_entry where tax_code = ? order by id desc fetch first 1 rows only")
                .param(written).query(String.class).single()).isEqualTo("zone Danh mục khu, cụm công nghiệp");
        assertThat(find("/api/v1/zones/unknown", "text", "KCN " + name.toUpperCase())).isNull();

        JsonNode changed = sent(api.patch("/api/v1/zones/" + zone.get("id"), JSON.writeValueAsString(
                Map.of("aliases", new String[] {name.replace("Sông Đông", "Song Dong 1")}))), 200);

        assertThat(changed.get("enterprises").asInt()).isEqualTo(2);
        assertThat(register(other, "zone")).isEqualTo(name);
        assertThat(register(slip, "zone")).isEqualTo(name + " mở rộng");
        assertThat(find("/api/v1/zones/unknown", "text", name + " mở rộng")).isNotNull();
    }

    @Test
    void whateverSpellingIsSentTheRegisterWritesTheName_andANewNameGoesToAll() throws IOException {
        JsonNode zone = added("SD " + name);
        String code = enterprise();
        as("organisation", () -> register.change(code, new RegisterChange().set(EnterpriseField.ZONE, "khu công nghiệp sd " + name)));
        assertThat(register(code, "zone")).isEqualTo(name);

        sent(api.patch("/api/v1/zones/" + zone.get("id"), JSON.writeValueAsString(Map.of("name", name + " B"))), 200);

        assertThat(register(code, "zone")).isEqualTo(name + " B");
        assertThat(find("/api/v1/zones/known", "name", name + " B").get("aliases").toString()).isEqualTo("[\"SD %s\"]".formatted(name));
        assertRefused(api.delete("/api/v1/zones/" + zone.get("id")), 409, "zone-used", null);
        jdbc.sql("update enterprise set zone = null where tax_code = ?").param(code).update();
        assertThat(api.delete("/api/v1/zones/" + zone.get("id")).getResponse().getStatus()).isEqualTo(204);
        assertThat(find("/api/v1/zones/known", "name", name + " B")).isNull();
        assertThat(jdbc.sql("select count(*) from audit where action = 'ZONES_CHANGED' and subject = ?")
                .param(zone.get("id").asText()).query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void oneSpellingIsOneZones() throws IOException {
        JsonNode zone = added();
        assertRefused(api.post("/api/v1/zones", "{\"name\": \"KCN %s\"}".formatted(name)), 409, "zone-known", null);
        assertRefused(api.post("/api/v1/zones", "{}"), 422, "field-missing", "name");
        assertRefused(api.post("/api/v1/zones", "{\"name\": \"x\", \"alias\": []}"), 422, "field-unknown", "alias");
        assertRefused(api.patch("/api/v1/zones/99999999", "{\"name\": \"x\"}"), 404, "zone-unknown", null);
    }

    @Test
    void theOrganisationBoardKeepsThem_othersRead() throws IOException {
        JsonNode zone = added();
        api.as("office", "committeeOffice");
        assertThat(find("/api/v1/zones/known", "name", name)).isNotNull();
        assertRefused(api.post("/api/v1/zones", "{\"name\": \"x\"}"), 403, "wrong-person", null);
        assertRefused(api.patch("/api/v1/zones/" + zone.get("id"), "{\"name\": \"x\"}"), 403, "wrong-person", null);
        assertRefused(api.delete("/api/v1/zones/" + zone.get("id")), 403, "wrong-person", null);
    }
}
