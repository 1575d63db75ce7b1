package vn.outreach.register.enterprise;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;
import vn.outreach.base.database.PerTransaction;
import vn.outreach.security.identity.CurrentUserProvider;

/** Where the register's figures come from: one row per entry, written with it, never changed. */
@Repository
public class RegisterEntries {

    private static final String INSERT =
            "insert into register_entry (tax_code, fields, true_on, said_by, said_at, source) values (?, ?, ?, ?, ?, ?)";
    private static final String TOGETHER = "together";

    private final JdbcClient jdbc;
    private final CurrentUserProvider asking;
    private final Clock clock;
    private final JdbcTemplate batches;
    /** Entries that a transaction writes with others, under one key. */
    private final PerTransaction<List<Object[]>> waiting = new PerTransaction<>();

    RegisterEntries(JdbcClient jdbc, JdbcTemplate batches, CurrentUserProvider asking, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.asking = asking;
        this.clock = clock;
    }

    /** Who wrote each field last; a field that nobody wrote since entries are kept is missing. */
    public Map<EnterpriseField, RegisterEntry> newest(String taxCode) {
        Map<String, RegisterEntry> byName = new HashMap<>();
        jdbc.sql("select fields, true_on, said_by from register_entry where tax_code = ? order by id")
                .param(taxCode)
                .query((row, number) -> {
                    RegisterEntry entry =
                            new RegisterEntry(row.getObject("true_on", LocalDate.class), row.getString("said_by"));
                    for (String field : row.getString("fields").split(",")) {
                        byName.put(field, entry);
                    }
                    return entry;
                })
                .list();
        Map<EnterpriseField, RegisterEntry> newest = new HashMap<>();
        for (EnterpriseField field : EnterpriseField.values()) {
            if (byName.containsKey(field.json())) {
                newest.put(field, byName.get(field.json()));
            }
        }
        return newest;
    }

    /** {@code trueOn} is null where the entry tells of today, {@code source} where it came from no list. */
    void add(String taxCode, Collection<EnterpriseField> fields, @Nullable LocalDate trueOn, @Nullable String source) {
        if (fields.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate day = trueOn == null ? LocalDate.ofInstant(now, OutreachApplication.ZONE.toZoneId()) : trueOn;
        Object[] entry = {
            taxCode,
            fields.stream().map(EnterpriseField::json).collect(Collectors.joining(",")),
            day,
            asking.current().id(),
            Timestamp.from(now),
            source
        };
        waiting.get(TOGETHER).ifPresentOrElse(others -> others.add(entry), () -> batches.update(INSERT, entry));
    }

    /** Writes the entries of this work in one batch once it is done; within it nobody reads entries. */
    <T> T together(Supplier<T> work) {
        List<Object[]> entries = new ArrayList<>();
        waiting.put(TOGETHER, entries);
        try {
            T done = work.get();
            batches.batchUpdate(INSERT, entries);
            return done;
        } finally {
            waiting.forget(TOGETHER);
        }
    }

    /** Of an enterprise that is taken out of the register. */
    void delete(String taxCode) {
        jdbc.sql("delete from register_entry where tax_code = ?").param(taxCode).update();
    }
}
