package vn.outreach.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.outreach.testing.TestDatabase;

/** A jar writes its models, grants and filters only where the database has seen none that are newer. */
@Tag("both-databases")
class ProductVersionsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private int second;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLowerVersionIsOlder_alsoWhenItStartsAgain() {
        assertThat(isOlder("2026.1", "a")).isFalse();
        assertThat(isOlder("2026.2", "b")).isFalse();
        assertThat(isOlder("2026.1", "a")).isTrue();
        assertThat(isOlder("2026.1", "never seen")).isTrue();
        assertThat(isOlder("2026.2", "b")).isFalse();
    }

    @Test
    void withinAVersionTheModelsThatWereReplacedAreOlder() {
        assertThat(isOlder("2026.1", "a")).isFalse();
        assertThat(isOlder("2026.1", "b")).isFalse();
        assertThat(isOlder("2026.1", "a")).isTrue();
        assertThat(isOlder("2026.1", "b")).isFalse();
        assertThat(isOlder("2026.2", "a")).as("taken back on purpose").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026.2, 2026.10", "2026.1, 2026.1.1", "2026.1-SNAPSHOT, 2026.2", "2025.12, 2026.1"})
    void versionsAreComparedByNumbers(String older, String newer) {
        assertThat(ProductVersions.compare(older, newer)).isNegative();
        assertThat(ProductVersions.compare(newer, older)).isPositive();
        assertThat(ProductVersions.compare(newer, newer)).isZero();
    }

    private boolean isOlder(String version, String models) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-29T08:00:00Z").plusSeconds(second++), ZoneOffset.UTC);
        ProductVersions versions = new ProductVersions(database.jdbc(), clock, version);
        versions.settle(models);
        return versions.isOlder();
    }
}
