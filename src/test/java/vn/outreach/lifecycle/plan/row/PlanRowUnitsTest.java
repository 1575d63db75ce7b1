package vn.outreach.lifecycle.plan.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** Plans of a release that took any text for a unit. */
@Tag("both-databases")
class PlanRowUnitsTest {

    @Test
    void aNameBecomesAnId_andWhatIsNoUnitGoesIntoTheNote() throws Exception {
        try (TestDatabase database = TestDatabase.migrated(); Connection connection = database.dataSource().getConnection()) {
            row(database, "0100047516", "Ban Dân vận", null);
            row(database, "0100233488", "ban  TỔ CHỨC", "Gặp sớm");
            row(database, "0100112437", "Tổ công tác số 3", "Gặp sớm");
            row(database, "0300588569", "youthUnion", null);

            new R__PlanRowUnits(SystemsFixture.units()).migrate(context(connection));

            assertThat(database.jdbc().sql("select tax_code, unit, note from plan_row order by tax_code")
                    .query((row, number) -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)))
                    .list()).isEqualTo(List.of("0100047516 massMobilisationBoard null",
                            "0100112437 null Đơn vị: Tổ công tác số 3\nGặp sớm", "0100233488 organisationBoard Gặp sớm",
                            "0300588569 youthUnion null"));
        }
    }

    private static void row(TestDatabase database, String code, String unit, String note) {
        RegisterFixture.add(database, Clock.systemUTC(), code, "officer1");
        database.jdbc().sql("insert into plan_row (plan_year, tax_code, unit, note, status) values (2026, ?, ?, ?, 'PLANNED')")
                .params(code, unit, note).update();
    }

    private static Context context(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                return Flyway.configure();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
