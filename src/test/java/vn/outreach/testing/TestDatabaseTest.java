package vn.outreach.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The helper's promise: every test gets the migrated tables, and none sees another's rows. */
@Tag("both-databases")
class TestDatabaseTest {

    @Test
    void eachDatabaseIsItsOwn() {
        try (TestDatabase one = TestDatabase.empty(); TestDatabase other = TestDatabase.empty()) {
            one.jdbc().sql("create table mark (id integer)").update();
            other.jdbc().sql("create table mark (id integer)").update();
            one.jdbc().sql("insert into mark values (1)").update();
            assertThat(other.jdbc().sql("select count(*) from mark").query(Integer.class).single()).isZero();
        }
    }

    @Test
    void migrationsAreThere() {
        try (TestDatabase database = TestDatabase.migrated()) {
            assertThat(database.jdbc().sql("select count(*) from notification").query(Integer.class).single()).isZero();
        }
    }
}
