package vn.outreach.document.draft;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers of papers: one after the other in each sequence, from 01. A number belongs to the transaction of its paper:
 * the next writer waits until that is over, and finds the same number again if it came to nothing. So there are no
 * gaps.
 */
@Repository
class DraftNumbers {

    private final JdbcClient jdbc;

    DraftNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sequence: {@code period} is the term of the committee, or the year. */
    record Sequence(String period, DraftIssuer issuer, String kind) {}

    /** Whoever else needs a number waits from here to the end of the transaction. */
    void hold() {
        // One row that is always there: a sequence that begins has none yet that could be held.
        jdbc.sql("select last_number from draft_counter where period = '-' for update")
                .query(Integer.class)
                .single();
    }

    /** To be called in the transaction that stores the paper. */
    int next(Sequence sequence) {
        hold();
        int number = 1
                + jdbc.sql("select last_number from draft_counter where period = ? and issuer = ? and kind = ?")
                        .params(sequence.period(), sequence.issuer().name(), sequence.kind())
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
        jdbc.sql(
                        number == 1
                                ? "insert into draft_counter (last_number, period, issuer, kind) values (?, ?, ?, ?)"
                                : "update draft_counter set last_number = ? where period = ? and issuer = ? and kind = ?")
                .params(number, sequence.period(), sequence.issuer().name(), sequence.kind())
                .update();
        return number;
    }
}
