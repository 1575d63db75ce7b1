package vn.outreach.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.TestDatabase;

@Tag("both-databases")
class LedgerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());

    private final TestDatabase database = TestDatabase.migrated();
    private final List<String> refreshed = new ArrayList<>();
    private final Ledger ledger = new Ledger(database.jdbc(), new OutcomeRows(new ObjectMapper()),
            List.of(row -> refreshed.add(row.taxCode())), texts -> { }, CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStep_isOneRowWithEverythingItSays() {
        Outcome written = ledger.record(step("meetOwner", "a-1", Map.of("note", "Ông Hòa \uD83D\uDE00", "count", 3)),
                YesNo.YES, LocalDate.of(2026, 11, 20));

        Outcome read = ledger.last("p-1", "meetOwner").orElseThrow();
        assertThat(read).isEqualTo(written);
        assertThat(read.result()).isEqualTo("YES");
        assertThat(read.occurredOn()).isEqualTo("2026-11-20");
        assertThat(read.recordedAt()).isEqualTo("2026-11-23T10:04:05.678+07:00");
        assertThat(read.details()).isEqualTo(Map.of("note", "Ông Hòa \uD83D\uDE00", "count", 3));
        assertThat(refreshed).containsExactly("0100047516");
    }

    @Test
    void rowsAreNeverChangedOrDeleted() {
        ledger.record(step("meetOwner", "a-1", Map.of()), Done.DONE);
        JdbcClient jdbc = database.jdbc();

        assertThatThrownBy(() -> jdbc.sql("update outcome set result = 'NO'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from outcome").update()).hasMessageContaining("append-only");
        assertThat(ledger.last("p-1", "meetOwner").orElseThrow().result()).isEqualTo("DONE");
    }

    @Test
    void theTableIsNotTruncatedEither() {
        ledger.record(step("meetOwner", "a-1", Map.of()), Done.DONE);
        // PostgreSQL refuses by a trigger, H2 because corrections point back into the table.
        assertThatThrownBy(() -> database.jdbc().sql("truncate table outcome").update()).isNotNull();
        assertThat(ledger.last("p-1", "meetOwner")).isPresent();
    }

    @Test
    void aStepThatComesAgain_countsItsRounds() {
        assertThat(ledger.record(step("meetOwner", "a-1", Map.of()), YesNo.NO).round()).isEqualTo(1);
        assertThat(ledger.record(step("chooseMaterials", "a-2", Map.of()), Done.DONE).round()).isEqualTo(1);
        assertThat(ledger.record(step("meetOwner", "a-3", Map.of()), YesNo.NO).round()).isEqualTo(2);
        assertThat(ledger.count("p-1", "meetOwner", "NO")).isEqualTo(2);
        assertThat(ledger.lastOfCase("c-1", "meetOwner").orElseThrow().activityInstanceId()).isEqualTo("a-3");
    }

    @Test
    void aRetriedStep_neverWritesTwice() {
        ledger.record(step("meetOwner", "a-1", Map.of()), Done.DONE);

        assertThatThrownBy(() -> ledger.record(step("meetOwner", "a-1", Map.of()), Done.DONE))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theSameCorrectionSentTwiceAtOnce_isOneRow() {
        Outcome original = ledger.record(step("meetOwner", "a-1", Map.of()), YesNo.NO);
        Supplier<Outcome> correct = () -> database.transaction()
                .execute(status -> ledger.correct(original, "YES", null, "officer1", "Nhầm"));
        CompletableFuture<Outcome> second = database.transaction().execute(status -> {
            ledger.correct(original, "YES", null, "officer1", "Nhầm");
            CompletableFuture<Outcome> other = CompletableFuture.supplyAsync(correct);
            assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS)).as("waits").isInstanceOf(TimeoutException.class);
            return other;
        });
        assertThat(second.join().corrects()).isEqualTo(original.id());
        assertThat(database.jdbc().sql("select count(*) from outcome where corrects = ?").param(original.id())
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void textOfEitherUnicodeForm_isStoredComposed() {
        ledger.record(step("meetOwner", "a-1", Map.of("obstacles", List.of("Tie\u0302\u0301ng"))), Done.DONE);

        assertThat(ledger.last("p-1", "meetOwner").orElseThrow().details())
                .isEqualTo(Map.of("obstacles", List.of("Ti\u1EBFng")));
    }

    private static LedgerEntry step(String name, String activityInstanceId, Map<String, Object> details) {
        return new LedgerEntry("ownerPersuasion", name, "p-1", "c-1", activityInstanceId, "0100047516", null, "QD208_2026",
                2026, Source.PERSON, "officer1", TODAY, details);
    }
}
