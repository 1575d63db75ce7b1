package vn.outreach.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.Intake.Mode;
import vn.outreach.intake.Intake.ReadSheet;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.intake.workbook.Cell;
import vn.outreach.intake.workbook.Column;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUser;

/** What a person does with a list: sends it, says what its columns mean, answers, has it written, takes it back. */
@Service
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeService {

    private static final int BLOCK = 64 * 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int ROWS_A_SECOND = 200;

    private final Intakes intakes;
    private final IntakeRows rows;
    private final IntakeReader reader;
    private final IntakeJudge judge;
    private final IntakeTargets targets;
    private final IntakeSettings settings;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final Clock clock;

    IntakeService(
            Intakes intakes,
            IntakeRows rows,
            IntakeReader reader,
            IntakeJudge judge,
            IntakeTargets targets,
            IntakeSettings settings,
            TransactionOperations transaction,
            AuditTrail audit,
            Clock clock) {
        this.intakes = intakes;
        this.rows = rows;
        this.reader = reader;
        this.judge = judge;
        this.targets = targets;
        this.settings = settings;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a file in, reads it and says of each row what would become of it. No transaction is open meanwhile.
     *
     * @param sheet the only sheet to be read; null for all that are not hidden
     */
    long take(
            IntakeKind kind,
            @Nullable Integer planYear,
            @Nullable LocalDate asOf,
            @Nullable String sheet,
            String fileName,
            InputStream content,
            CurrentUser person) {
        targets.of(kind).mustWrite(person);
        LocalDate day = asOf == null ? today() : asOf;
        if (day.isAfter(today())) {
            throw Refusal.invalid("field-range", "asOf", "Ngày của danh sách không thể sau hôm nay.");
        }
        targets.of(kind).mustTake(new IntakeList(0, kind, planYear, day, fileName));
        return withFile(file -> {
            receive(content, file);
            IntakeReader.Contents contents = reader.read(file, kind, sheet, Map.of(), false);
            Intake intake = new Intake(
                    0,
                    kind,
                    IntakeState.READ,
                    planYear,
                    day,
                    fileName,
                    contents.sheets(),
                    person.id(),
                    clock.instant(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            List<Kept> judged = judged(intake, contents.rows());
            return transaction.execute(status -> {
                long id = intakes.insert(intake.isAmbiguous() ? intake : checked(intake));
                intakes.keepFile(id, file);
                rows.insert(id, judged);
                return id;
            });
        });
    }

    private static Intake checked(Intake intake) {
        return new Intake(
                intake.id(),
                intake.kind(),
                IntakeState.CHECKED,
                intake.planYear(),
                intake.asOf(),
                intake.fileName(),
                intake.sheets(),
                intake.sentBy(),
                intake.sentAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private List<Kept> judged(Intake intake, List<Kept> read) {
        return judge.judge(intake.list(), read, new HashMap<>());
    }

    /**
     * Reads the file again with columns that mean what a person says; what was answered before is asked again.
     *
     * @param fields by the letters of columns of one sheet, empty for those that are left out
     * @param converted whether texts in letters of before Unicode are converted
     */
    void columns(long id, String sheet, Map<String, String> fields, boolean converted, CurrentUser person) {
        Intake intake = changeable(id, person);
        ReadSheet table = intake.sheets().stream()
                .filter(each -> each.read() && each.name().equals(sheet))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "intake-sheet", "sheet", "Danh sách không có trang tính “%s”.".formatted(sheet)));
        Map<String, String> letters = new HashMap<>();
        for (Column column : table.columns()) {
            String field = fields.containsKey(column.letter())
                    ? fields.get(column.letter())
                    : column.field() == null ? "" : column.field();
            if (!field.isEmpty()) {
                targets.field(intake.kind(), field);
                String other = letters.put(field, column.letter());
                if (other != null) {
                    throw Refusal.invalid(
                            "intake-columns",
                            "columns",
                            "Cột %s và cột %s không thể cùng là “%s”."
                                    .formatted(
                                            other,
                                            column.letter(),
                                            targets.field(intake.kind(), field).label()));
                }
            }
        }
        fields.keySet().forEach(letter -> {
            if (table.columns().stream().noneMatch(column -> column.letter().equals(letter))) {
                throw Refusal.invalid("intake-columns", "columns", "Trang tính không có cột %s.".formatted(letter));
            }
        });
        Map<String, Map<String, String>> chosen = Map.of(sheet, fields);
        String only = intake.sheets().stream().filter(ReadSheet::read).count() == 1 ? sheet : null;
        withFile(file -> {
            fetch(intake, file);
            IntakeReader.Contents contents = reader.read(file, intake.kind(), only, chosen, converted);
            List<Kept> judged = judged(intake, contents.rows());
            transaction.executeWithoutResult(status -> {
                mustStand(intakes.lock(id));
                intakes.remember(intake.kind(), IntakeReader.header(table.columns()), fields);
                boolean ambiguous = contents.sheets().stream()
                        .anyMatch(each -> !each.ambiguities().isEmpty());
                intakes.sheets(id, ambiguous ? IntakeState.READ : IntakeState.CHECKED, contents.sheets());
                rows.deleteAll(id);
                rows.insert(id, judged);
            });
            return null;
        });
    }

    /**
     * What a person says of one row: other values of cells, and an answer to what is asked.
     *
     * @param values by fields; null for what the list is to say nothing of
     * @param answer null for none
     */
    void row(long id, int number, Map<String, @Nullable String> values, @Nullable Answer answer, CurrentUser person) {
        transaction.executeWithoutResult(status -> {
            Intake intake = mustStand(mustWrite(intakes.lock(id), person));
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
    int answers(long id, List<Integer> numbers, @Nullable String code, Answer answer, CurrentUser person) {
        return transaction.execute(status -> {
            Intake intake = mustStand(mustWrite(intakes.lock(id), person));
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

    private int rejudge(
            Intake intake, List<Kept> all, java.util.function.Predicate<Kept> which, Function<Kept, Kept> change) {
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
                return typed(row, Map.of("taxCode", String.valueOf(answer.taxCode())))
                        .with(
                                typed(row, Map.of("taxCode", String.valueOf(answer.taxCode())))
                                        .cells(),
                                answers);
            }
            default ->
                row.findings().stream()
                        .filter(finding -> !finding.refused()
                                && (answer.finding() == null || answer.finding().equals(finding.key())))
                        .forEach(finding -> answers.put(finding.key(), IntakeRow.ACCEPT));
        }
        return row.with(row.cells(), answers);
    }

    /**
     * Has the rows written that can be, in the background.
     *
     * @throws Refusal {@code intake-applying} while another list of the same rows is being written
     */
    void apply(long id, Mode mode, CurrentUser person) {
        transaction.executeWithoutResult(status -> {
            Intake intake = mustWrite(intakes.lock(id), person);
            intakes.applyingOf(intake.kind(), intake.planYear()).ifPresent(other -> {
                throw applying(other);
            });
            mustStand(intake);
            if (intake.state() == IntakeState.READ) {
                throw Refusal.conflict("intake-columns", "Danh sách còn cột chưa rõ; hãy chọn cột trước khi nạp.");
            }
            targets.of(intake.kind()).mustTake(intake.list());
            int toWrite = rows.countToWrite(id);
            if (toWrite == 0) {
                throw Refusal.conflict("intake-nothing", "Không có dòng nào mới hoặc thay đổi để nạp.");
            }
            if (mode == Mode.ALL_OR_NOTHING && targets.of(intake.kind()).isActs()) {
                throw Refusal.invalid(
                        "field-choice", "mode", "Kết quả khảo sát được ghi từng dòng; chỉ nạp được các dòng hợp lệ.");
            }
            if (mode == Mode.ALL_OR_NOTHING) {
                mustBeWhole(id, toWrite);
            }
            intakes.applying(id, mode, person.id(), clock.instant());
        });
    }

    private void mustBeWhole(long id, int toWrite) {
        Map<RowState, Integer> counts = rows.counts(id);
        int open = counts.getOrDefault(RowState.REFUSED, 0) + counts.getOrDefault(RowState.ASK, 0);
        if (open > 0) {
            throw Refusal.conflict(
                    "intake-open-rows",
                    "Còn %s dòng bị từ chối hoặc chưa trả lời; hãy sửa, bỏ qua các dòng đó hoặc nạp riêng các dòng hợp lệ."
                            .formatted(WholeNumber.shown(open)));
        }
        if (toWrite > settings.wholeAtMost()) {
            throw Refusal.conflict(
                    "intake-too-many",
                    "Chỉ nạp trọn gói được nhiều nhất %s dòng; danh sách có %s dòng."
                            .formatted(WholeNumber.shown(settings.wholeAtMost()), WholeNumber.shown(toWrite)));
        }
    }

    /** When the list is written probably, by how fast it went until now. */
    Instant expectedEnd(Intake intake) {
        Instant begun = Optional.ofNullable(intake.appliedAt()).orElse(clock.instant());
        Instant now = clock.instant();
        int written = rows.progress(intake.id()).written();
        long seconds = written == 0
                ? rows.countToWrite(intake.id()) / ROWS_A_SECOND
                : Duration.between(begun, now).toSeconds() * rows.countToWrite(intake.id()) / written;
        return now.plusSeconds(Math.max(1, seconds));
    }

    private Refusal applying(Intake other) {
        return Refusal.conflict(
                "intake-applying",
                "Danh sách này đang được nạp; xong lúc khoảng %s."
                        .formatted(TIME.format(
                                LocalTime.ofInstant(expectedEnd(other), OutreachApplication.ZONE.toZoneId()))));
    }

    /** Takes back what nobody worked on since; the rows that stay are told with the reason. */
    void undo(long id, String reason, CurrentUser person) {
        Intake intake = mustWrite(intakes.require(id), person);
        if (intake.state() != IntakeState.APPLIED) {
            throw Refusal.conflict("intake-state", "Chỉ hoàn tác được danh sách đã nạp.");
        }
        if (targets.of(intake.kind()).isActs()) {
            throw Refusal.conflict(
                    "intake-acts", "Việc đã hoàn thành không hoàn tác được; hãy đính chính từng kết quả khảo sát.");
        }
        Instant applied = Optional.ofNullable(intake.appliedAt()).orElse(intake.sentAt());
        if (clock.instant().isAfter(applied.plus(settings.undoFor()))) {
            throw Refusal.conflict(
                    "intake-undo-late",
                    "Chỉ hoàn tác được trong %s ngày kể từ khi nạp."
                            .formatted(WholeNumber.shown(settings.undoFor().toDays())));
        }
        IntakeTarget target = targets.of(intake.kind());
        int last = 0;
        for (List<Kept> some = rows.written(id, last, settings.batch());
                !some.isEmpty();
                some = rows.written(id, last, settings.batch())) {
            List<Kept> batch = some;
            transaction.executeWithoutResult(status -> {
                intakes.lock(id);
                batch.forEach(row -> rows.takenBack(
                        id, row.number(), clock.instant(), target.takeBack(intake.list(), taken(row), person)));
            });
            last = batch.get(batch.size() - 1).number();
        }
        transaction.executeWithoutResult(status -> {
            intakes.undone(id, person.id(), clock.instant(), reason);
            IntakeRows.Progress progress = rows.progress(id);
            audit.record(AuditEntry.of(AuditAction.LIST_UNDONE, "Intake", Long.toString(id))
                    .changing("rows", Integer.toString(progress.written()), Integer.toString(progress.undone())));
        });
    }

    private static IntakeTarget.Taken taken(Kept row) {
        return new IntakeTarget.Taken(
                row.number(),
                String.valueOf(row.taxCode()),
                row.writtenOver(),
                row.writtenVersion(),
                Optional.ofNullable(row.appliedAt()).orElseThrow());
    }

    void discard(long id, CurrentUser person) {
        transaction.executeWithoutResult(status -> {
            Intake intake = mustWrite(intakes.lock(id), person);
            if (intake.state() == IntakeState.APPLYING || rows.progress(id).written() > 0) {
                throw Refusal.conflict("intake-state", "Danh sách đã hoặc đang được nạp, không bỏ được; hãy hoàn tác.");
            }
            intakes.state(id, IntakeState.DISCARDED);
            intakes.forgetFile(id);
        });
    }

    /** The list, for somebody who may write lists of its kind. */
    Intake readable(long id, CurrentUser person) {
        return mustWrite(intakes.require(id), person);
    }

    /**
     * Hands the sender's file to that path.
     *
     * @throws Refusal {@code wrong-person} for others, {@code intake-file-gone} when it is no longer kept
     */
    void fetch(long id, Path to, CurrentUser person) {
        Intake intake = readable(id, person);
        if (!intake.sentBy().equals(person.id())) {
            throw Refusal.forbidden("wrong-person", "Chỉ người gửi danh sách được lấy lại tệp.");
        }
        fetch(intake, to);
    }

    private void fetch(Intake intake, Path to) {
        if (!intakes.fetchFile(intake.id(), to)) {
            throw Refusal.conflict("intake-file-gone", "Tệp của danh sách này không còn được lưu; hãy gửi lại tệp.");
        }
    }

    private Intake changeable(long id, CurrentUser person) {
        return mustStand(mustWrite(intakes.require(id), person));
    }

    private Intake mustWrite(Intake intake, CurrentUser person) {
        targets.of(intake.kind()).mustWrite(person);
        return intake;
    }

    private static Intake mustStand(Intake intake) {
        if (intake.state() != IntakeState.READ
                && intake.state() != IntakeState.CHECKED
                && intake.state() != IntakeState.APPLIED) {
            throw Refusal.conflict(
                    "intake-state",
                    "Danh sách ở trạng thái “%s”, không sửa được nữa."
                            .formatted(intake.state().label()));
        }
        return intake;
    }

    private void receive(InputStream content, Path file) {
        long most = settings.largest().toBytes();
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[BLOCK];
            long size = 0;
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                size += count;
                if (size > most) {
                    throw Refusal.invalid(
                            "intake-too-large",
                            null,
                            "Tệp lớn hơn mức cho phép (%s MB)."
                                    .formatted(
                                            WholeNumber.shown(settings.largest().toMegabytes())));
                }
                out.write(block, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T withFile(Function<Path, T> work) {
        try {
            Path file = Files.createTempFile("list", ".xlsx");
            try {
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
    }
}
