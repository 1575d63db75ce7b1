package vn.outreach.register.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.outreach.web.ApiAssert.assertRefused;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.Api;

@Tag("both-databases")
class MaterialsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final Materials materials = new Materials(database.jdbc());
    private final Api api = new Api().serving(new MaterialController(materials));

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "ko", "zh", "ja"})
    void anOwner_getsEveryPaperInTheOwnLanguage(String language) {
        assertThat(materials.forOwner(language)).hasSize(5).allMatch(paper -> paper.language().equals(language));
    }

    @Test
    void aPaperWithoutATranslation_isOfferedInVietnamese() {
        database.jdbc().sql("delete from material where code = 'PEER_EXAMPLES' and language = 'ja'").update();

        assertThat(materials.forOwner("ja")).hasSize(5).filteredOn(paper -> paper.code().equals("PEER_EXAMPLES"))
                .extracting(Material::language).containsExactly("vi");
        assertThat(materials.forOwner(null)).allMatch(paper -> paper.language().equals("vi"));
    }

    @Test
    void chosenPapers_areTheOnesOfTheCatalogue() {
        assertThat(materials.require(List.of("UNION_RIGHTS", "LAW_DIGEST", "UNION_RIGHTS"), "ko"))
                .extracting(Material::code).containsExactly("UNION_RIGHTS", "LAW_DIGEST");
        assertThatThrownBy(() -> materials.require(List.of("LAW_DIGEST", "LAW_DIGESTS"), "ko"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("field-choice"))
                .hasMessageContaining("“LAW_DIGESTS”");
    }

    @Test
    void theCatalogue_isFilteredByLanguageAndTopic() {
        assertThat(api.get("/api/v1/materials")).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(25);
        assertThat(api.get("/api/v1/materials?language=ko&topic=UNION")).bodyJson()
                .extractingPath("$.items[*].code").asArray().containsExactly("UNION_RIGHTS");
        assertRefused(api.get("/api/v1/materials?language=korean"), 422, "field-range", "language");
    }
}
