package vn.outreach.document.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.outreach.document.draft.DraftNumbers.Sequence;
import vn.outreach.testing.TestDatabase;

/** Numbers on both databases: each sequence by itself, from 01, without gaps, whatever comes at once or comes to nothing. */
@Tag("both-databases")
class DraftNumbersTest {

    private static final Sequence LETTERS = new Sequence("2025–2030", DraftIssuer.COMMITTEE, "CV");
    private static final int WRITERS = 8;
    private static final int PAPERS = 80;

    private final TestDatabase database = TestDatabase.migrated();
    private final DraftNumbers numbers = new DraftNumbers(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachKindOfEachIssuerHasItsOwnSequence_andSoHasTheNextTerm() {
        assertThat(List.of(next(LETTERS), next(LETTERS))).containsExactly(1, 2);
        assertThat(next(new Sequence("2025–2030", DraftIssuer.COMMITTEE, "TTr"))).isEqualTo(1);
        assertThat(next(new Sequence("2025–2030", DraftIssuer.BOARD, "TTr"))).isEqualTo(1);
        assertThat(next(new Sequence("2030–2035", DraftIssuer.COMMITTEE, "CV"))).isEqualTo(1);
        assertThat(next(LETTERS)).isEqualTo(3);
    }

    @Test
    void manyAtOnceGetEveryNumberOnce_andWhatComesToNothingLeavesNoGap() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Callable<Integer>> papers = new ArrayList<>();
        for (int i = 0; i < PAPERS; i++) {
            boolean fails = i % 4 == 3;
            papers.add(() -> database.transaction().execute(status -> {
                int number = numbers.next(LETTERS);
                if (fails) {
                    status.setRollbackOnly();
                    return 0;
                }
                return number;
            }));
        }
        List<Integer> given = new ArrayList<>();
        for (Future<Integer> paper : writers.invokeAll(papers)) {
            given.add(paper.get());
        }
        writers.shutdown();

        given.removeAll(List.of(0));
        Collections.sort(given);
        assertThat(given).isEqualTo(IntStream.rangeClosed(1, PAPERS * 3 / 4).boxed().toList());
    }

    private int next(Sequence sequence) {
        return database.transaction().execute(status -> numbers.next(sequence));
    }
}
