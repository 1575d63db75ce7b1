package vn.outreach.lifecycle.plan.row;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.outreach.register.achievement.AchievementFold;

/** Writes rows of the yearly plans, many at once, and what changed of each: every version of a row stays readable. */
@Repository
public class PlanRowWriter {

    private final JdbcTemplate jdbc;
    private final AchievementFold achievements;
    private final Clock clock;

    public PlanRowWriter(JdbcTemplate jdbc, AchievementFold achievements, Clock clock) {
        this.jdbc = jdbc;
        this.achievements = achievements;
        this.clock = clock;
    }

    /** Who changes rows, and why, where that is asked; {@code amendment} is the number of the amendment. */
    public record Author(
            String user, @Nullable String reason, @Nullable Integer amendment) {

        public Author(String user, @Nullable String reason) {
            this(user, reason, null);
        }
    }

    /** Rows that were taken out count again. */
    public void putBack(int year, Collection<String> taxCodes) {
        jdbc.batchUpdate(
                "update plan_row set removed_by = null where plan_year = ? and tax_code = ? and removed_by is not null",
                taxCodes.stream().map(code -> new Object[] {year, code}).toList());
    }

    /** Rows of an approved plan stay readable; their cases go on and count no longer. */
    public void takeOut(int year, Collection<String> taxCodes, Author author) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "update plan_row set removed_by = ? where plan_year = ? and tax_code = ?",
                taxCodes.stream()
                        .map(code -> new Object[] {author.user(), year, code})
                        .toList());
        changed(taxCodes.stream()
                .map(code -> change(year, code, "removedBy", null, author.user(), author, now))
                .toList());
    }

    /** The rows of {@code before} become those of {@code after}: new ones come, missing ones go. */
    public void write(int year, Collection<Assignment> before, Collection<Assignment> after, Author author) {
        Map<String, Assignment> old = byTaxCode(before);
        Map<String, Assignment> left = new LinkedHashMap<>(old);
        List<Assignment> added = new ArrayList<>();
        List<Assignment> changed = new ArrayList<>();
        List<Object[]> changes = new ArrayList<>();
        Timestamp now = Timestamp.from(clock.instant());
        for (Assignment row : after) {
            Assignment was = left.remove(row.taxCode());
            if (was == null) {
                added.add(row);
                changes.add(change(year, row.taxCode(), "taxCode", null, row.taxCode(), author, now));
            } else if (!was.equals(row)) {
                changed.add(row);
                Map<String, @Nullable String> kept = was.kept();
                row.kept().forEach((field, value) -> {
                    if (!Objects.equals(kept.get(field), value)) {
                        changes.add(change(year, row.taxCode(), field, kept.get(field), value, author, now));
                    }
                });
            }
        }
        left.forEach((code, gone) -> {
            changes.add(change(year, code, "taxCode", code, null, author, now));
            gone.kept().forEach((field, value) -> {
                if (value != null) {
                    changes.add(change(year, code, field, value, null, author, now));
                }
            });
        });
        delete(year, left.keySet());
        insert(year, added);
        update(year, changed);
        changed(changes);
    }

    private void changed(List<Object[]> changes) {
        jdbc.batchUpdate(
                "insert into plan_row_change (plan_year, tax_code, field, old_value, new_value, reason, amendment_id,"
                        + " changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                changes);
    }

    private static Map<String, Assignment> byTaxCode(Collection<Assignment> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        Assignment::taxCode, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    private static @Nullable Object[] change(
            int year,
            String taxCode,
            String field,
            @Nullable String before,
            @Nullable String after,
            Author author,
            Timestamp now) {
        return new @Nullable Object[] {
            year, taxCode, field, before, after, author.reason(), author.amendment(), author.user(), now
        };
    }

    private void delete(int year, Collection<String> taxCodes) {
        jdbc.batchUpdate(
                "delete from plan_row where plan_year = ? and tax_code = ?",
                taxCodes.stream().map(code -> new Object[] {year, code}).toList());
    }

    private void insert(int year, List<Assignment> rows) {
        jdbc.batchUpdate(
                "insert into plan_row (responsible_member, unit, partners, admission_target, measures, product, start_on,"
                        + " due_on, note, carried_from, plan_year, tax_code, status)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED')",
                rows.stream().map(row -> values(year, row)).toList());
        achievements.follow(year, rows.stream().map(Assignment::taxCode).toList());
    }

    private void update(int year, List<Assignment> rows) {
        jdbc.batchUpdate(
                "update plan_row set responsible_member = ?, unit = ?, partners = ?, admission_target = ?, measures = ?,"
                        + " product = ?, start_on = ?, due_on = ?, note = ?, carried_from = ?"
                        + " where plan_year = ? and tax_code = ?",
                rows.stream().map(row -> values(year, row)).toList());
    }

    private static @Nullable Object[] values(int year, Assignment row) {
        return new @Nullable Object[] {
            row.responsibleMember(),
            row.unit(),
            row.partners() == null ? null : String.join(",", row.partners()),
            row.admissionTarget(),
            row.codes(),
            row.product(),
            row.startOn(),
            row.dueOn(),
            row.note(),
            row.carriedFrom(),
            year,
            row.taxCode()
        };
    }
}
