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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.Intake.Mode;
import vn.outreach.intake.Intake.ReadSheet;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.intake.workbook.Column;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUser;

/** What a person does with a list as a whole: sends it, says what its columns mean, has it written, discards it. */
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
            Intake intake = Intake.sent(kind, planYear, day, fileName, contents.sheets(), person.id(), clock.instant());
            List<Kept> judged = judged(intake, contents.rows());
            return transaction.execute(status -> {
                long id = intakes.insert(intake);
                intakes.keepFile(id, file);
                rows.insert(id, judged);
                return id;
            });
        });
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
                intakes.lock(id).mustStand();
                intakes.remember(intake.kind(), IntakeReader.header(table.columns()), fields);
                intakes.sheets(
                        id,
                        Intake.isAmbiguous(contents.sheets()) ? IntakeState.READ : IntakeState.CHECKED,
                        contents.sheets());
                rows.deleteAll(id);
                rows.insert(id, judged);
            });
            return null;
        });
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
            intake.mustStand();
            if (intake.state() == IntakeState.READ) {
                throw Refusal.conflict("intake-columns", "Danh sách còn cột chưa rõ; hãy chọn cột trước khi nạp.");
            }
            targets.of(intake.kind()).mustTake(intake.list());
            int toWrite = rows.sums(id).toWrite();
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
        Map<RowState, Integer> counts = rows.sums(id).counts();
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
        IntakeRows.Sums sums = rows.sums(intake.id());
        long seconds = sums.written() == 0
                ? sums.toWrite() / ROWS_A_SECOND
                : Duration.between(begun, now).toSeconds() * sums.toWrite() / sums.written();
        return now.plusSeconds(Math.max(1, seconds));
    }

    private Refusal applying(Intake other) {
        return Refusal.conflict(
                "intake-applying",
                "Danh sách này đang được nạp; xong lúc khoảng %s."
                        .formatted(TIME.format(
                                LocalTime.ofInstant(expectedEnd(other), OutreachApplication.ZONE.toZoneId()))));
    }

    void discard(long id, CurrentUser person) {
        transaction.executeWithoutResult(status -> {
            Intake intake = mustWrite(intakes.lock(id), person);
            if (intake.state() == IntakeState.APPLYING || rows.sums(id).written() > 0) {
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
        return mustWrite(intakes.require(id), person).mustStand();
    }

    private Intake mustWrite(Intake intake, CurrentUser person) {
        targets.of(intake.kind()).mustWrite(person);
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
