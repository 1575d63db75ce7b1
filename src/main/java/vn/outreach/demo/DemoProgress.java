package vn.outreach.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the demo round is. The marker is written before anything else: it tells a half-made demo from other cases.
 */
@Component
class DemoProgress {

    private final JdbcClient jdbc;

    DemoProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A round that was begun: on which day, and how many of its acts are done. */
    record Begun(LocalDate firstStart, int actsDone, boolean complete) {}

    /** Begins the round, or finds the one that was begun; nothing on a database that holds other cases. */
    @Transactional
    public Optional<Begun> begin(LocalDate today) {
        Optional<Begun> begun = find();
        if (begun.isPresent()) {
            return begun;
        }
        int others = jdbc.sql("select (select count(*) from enterprise) + (select count(*) from outcome)"
                        + " + (select count(*) from plan)")
                .query(Integer.class)
                .single();
        if (others > 0) {
            return Optional.empty();
        }
        jdbc.sql("insert into demo_round(id, first_start, acts_done, complete) values (1, ?, 0, false)")
                .param(today)
                .update();
        return find();
    }

    Optional<LocalDate> firstStart() {
        return find().map(Begun::firstStart);
    }

    void done(int acts) {
        jdbc.sql("update demo_round set acts_done = ? where id = 1").param(acts).update();
    }

    void complete() {
        jdbc.sql("update demo_round set complete = true where id = 1").update();
    }

    private Optional<Begun> find() {
        return jdbc.sql(
                        "select first_start as firstStart, acts_done as actsDone, complete from demo_round where id = 1")
                .query(Begun.class)
                .optional();
    }
}
