package vn.outreach.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.intake.workbook.Cell;
import vn.outreach.security.identity.CurrentUser;

/** What a person says of rows: other values, and answers to what is asked; the rows are then judged anew. */
@Service
class IntakeAnswers {

    private final Intakes intakes;
    private final IntakeRows rows;
    private final IntakeJudge judge;
    private final IntakeTargets targets;
    private final TransactionOperations transaction;

    IntakeAnswers(
            Intakes intakes,
            IntakeRows rows,
            IntakeJudge judge,
            IntakeTargets targets,
            TransactionOperations transaction) {
        this.intakes = intakes;
        this.rows = rows;
        this.judge = judge;
        this.targets = targets;
        this.transaction = transaction;
    }

    /**
     * What a person says of one row: other values of cells, and an answer to what is asked.
     *
     * @param values by fields; null for what the list is to say nothing of
     * @param answer null for none
     */
    void one(long id, int number, Map<String, @Nullable String> values, @Nullable Answer answer, CurrentUser person) {
        transaction.executeWithoutResult(status -> {
            Intake intake = locked(id, person);
            Kept before = rows.find(id, number)
                    .orElseThrow(() -> Refusal.unknown(
                            "intake-row-unknown",
                            "Danh sách không có dòng thứ %s.".formatted(WholeNumber.shown(number))));
            values.keySet().forEach(field -> targets.field(intake.kind(), field));
            Kept after = answered(typed(before, values), answer);
            Set<String> codes = codes(intake, before, after).collect(Collectors.toSet());
            List<Kept> touched = new ArrayList<>(rows.ofTaxCodes(id, codes, number));
            touched.add(before);
            touched.sort(Comparator.comparingInt(Kept::number));
            rejudge(intake, touched, row -> row.number() == number, row -> after);
        });
    }

    /** The tax codes of a row before and after: only rows with one of them are judged otherwise because of it. */
    private Stream<String> codes(Intake intake, Kept before, Kept after) {
        return Stream.of(before.taxCode(), judge.taxCode(intake.list(), before), judge.taxCode(intake.list(), after))
                .filter(Objects::nonNull);
    }

    /** The same answer to many rows: those named, or all that are asked the same. Returns how many there were. */
    int many(long id, List<Integer> numbers, @Nullable String code, Answer answer, CurrentUser person) {
        return transaction.execute(status -> {
            Intake intake = locked(id, person);
            Set<Integer> named = new HashSet<>(numbers);
            List<Kept> all = rows.all(id);
            Set<Integer> meant = all.stream()
                    .filter(row -> named.contains(row.number())
                            || code != null
                                    && row.findings().stream()
                                            .anyMatch(each -> each.code().equals(code)))
                    .map(Kept::number)
                    .collect(Collectors.toSet());
            Set<String> codes = new HashSet<>();
            all.stream()
                    .filter(row -> meant.contains(row.number()))
                    .flatMap(row -> codes(intake, row, answered(row, answer)))
                    .forEach(codes::add);
            return rejudge(
                    intake,
                    all.stream()
                            .filter(row -> meant.contains(row.number()) || codes.contains(row.taxCode()))
                            .toList(),
                    row -> meant.contains(row.number()),
                    row -> answered(row, answer));
        });
    }

    /**
     * What a person answers.
     *
     * @param finding the key of what is answered; null for all that a row is asked
     */
    record Answer(
            Kind kind, @Nullable String finding, @Nullable String taxCode) {

        enum Kind {
            /** It is right as it stands, or as it is suggested. */
            ACCEPT,
            /** It is the enterprise with this tax code. */
            SAME,
            /** It is none of those that are shown. */
            ANOTHER,
            /** Nothing of the row is to be written. */
            LEAVE,
            /** What was answered before counts no more. */
            RESET
        }
    }

    private int rejudge(Intake intake, List<Kept> all, Predicate<Kept> which, Function<Kept, Kept> change) {
        List<Kept> changed = new ArrayList<>();
        List<Kept> after = new ArrayList<>();
        for (Kept row : all) {
            if (which.test(row) && row.appliedAt() == null) {
                Kept other = change.apply(row);
                changed.add(other);
                after.add(other);
            } else {
                after.add(row);
            }
        }
        // A row that was refused because of another with its tax code may stand once that one is changed.
        Map<Integer, Kept> before = new HashMap<>();
        all.forEach(row -> before.put(row.number(), row));
        List<Kept> judged = judge.judge(
                intake.list(),
                after.stream().filter(row -> row.appliedAt() == null).toList(),
                new HashMap<>());
        rows.judged(
                intake.id(),
                judged.stream()
                        .filter(row -> !row.equals(before.get(row.number())))
                        .toList());
        return changed.size();
    }

    private static Kept typed(Kept row, Map<String, @Nullable String> values) {
        Map<String, Cell> cells = new HashMap<>(row.cells());
        values.forEach((field, text) -> {
            String kept = Folding.kept(text);
            if (kept == null) {
                cells.remove(field);
            } else {
                Cell before = cells.get(field);
                cells.put(field, Cell.text(before == null ? -1 : before.column(), kept));
            }
        });
        return row.with(cells, row.answers());
    }

    private static Kept answered(Kept row, @Nullable Answer answer) {
        if (answer == null) {
            return row;
        }
        Map<String, String> answers = new HashMap<>(row.answers());
        answers.remove(IntakeJudge.ROW);
        switch (answer.kind()) {
            case RESET -> answers.clear();
            case LEAVE -> answers.put(IntakeJudge.ROW, IntakeJudge.LEAVE);
            case SAME -> {
                Kept same = typed(row, Map.of("taxCode", String.valueOf(answer.taxCode())));
                return same.with(same.cells(), answers);
            }
            default ->
                row.findings().stream()
                        .filter(finding -> !finding.refused()
                                && (answer.finding() == null || answer.finding().equals(finding.key())))
                        .forEach(finding -> answers.put(finding.key(), IntakeRow.ACCEPT));
        }
        return row.with(row.cells(), answers);
    }

    private Intake locked(long id, CurrentUser person) {
        Intake intake = intakes.lock(id);
        targets.of(intake.kind()).mustWrite(person);
        intake.mustStand();
        return intake;
    }
}
