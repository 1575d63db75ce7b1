package vn.outreach.register.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.KeyPaging;

/** Which index the register's table is read by: planners of PostgreSQL choose by what they guess, so the choice is taken from them. */
@Tag("both-databases")
class SearchPlanTest {

    private static final String STEEL = "0100047516";

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPartOfACodeIsFound_andAWholeCodeNeverByTheIndexOfParts() {
        RegisterFixture.add(database, Clock.systemDefaultZone(), STEEL, "officer1");
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        String part = SearchWords.of("000475").condition("e", parameters);
        String search = "select tax_code from enterprise e where 1 = 1" + part;
        assertThat(database.jdbc().sql(search).paramSource(parameters).query(String.class).list()).containsExactly(STEEL);

        if (TestDatabase.isPostgres()) {
            database.transaction().executeWithoutResult(status -> {
                database.jdbc().sql("set local enable_seqscan = off").update();
                assertThat(plan(search.replace(":word0", "'%000475%'"))).contains("enterprise_tax_code_part");
                database.jdbc().sql("alter table enterprise drop constraint enterprise_pkey cascade").update();
                assertThat(plan("select name from enterprise where tax_code = '" + STEEL + "'")).doesNotContain("enterprise_tax_code_part");
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void theRegisterIsReadOnByTheIndexOfItsOrder() {
        if (TestDatabase.isPostgres()) {
            database.transaction().executeWithoutResult(status -> {
                database.jdbc().sql("set local enable_seqscan = off").update();
                database.jdbc().sql("set local enable_bitmapscan = off").update();
                assertThat(plan(readOn("name"))).contains("Index Scan using enterprise_sort_name", "Index Cond: (ROW(").doesNotContain("Sort ");
                assertThat(plan(readOn("-name"))).contains("Index Scan Backward using enterprise_sort_name").doesNotContain("Sort ");
                assertThat(plan(readOn("taxCode"))).contains("Index Scan using enterprise_pkey", "Index Cond: ").doesNotContain("Sort ");
                status.setRollbackOnly();
            });
        } else {
            assertThat(plan(readOn("name"))).contains("ENTERPRISE_SORT_NAME");
        }
    }

    private String readOn(String sort) {
        KeyPaging<String> paging = KeyPaging.of(STEEL, 50, sort, EnterpriseSearch.WALKED_BY, EnterpriseSearch.KEY);
        String sql = "select name from enterprise e where 1 = 1" + paging.condition("enterprise") + paging.order();
        return sql.replace(":after", "'" + STEEL + "'").replace(":size", "51");
    }

    private String plan(String sql) {
        List<String> lines = database.jdbc().sql("explain " + sql).query(String.class).list();
        return String.join("\n", lines);
    }
}
