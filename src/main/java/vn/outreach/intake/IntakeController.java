package vn.outreach.intake;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.Intake.Mode;
import vn.outreach.intake.IntakeAnswers.Answer;
import vn.outreach.intake.IntakeRows.Kept;
import vn.outreach.intake.workbook.Cell;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.intake.workbook.MarkedWorkbook;
import vn.outreach.intake.workbook.SampleWorkbook;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.web.Body;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;
import vn.outreach.web.SheetAnswer;

/** Lists from workbooks over REST. A file is sent as the body of the request, as it is. */
@RestController
@RequestMapping("/api/v1/intakes")
class IntakeController {

    private static final WholeNumber YEARS = WholeNumber.year(Day.FIRST_YEAR, Day.LAST_YEAR);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_VALUE = 1000;
    private static final int MOST_ROWS = 20_000;
    private static final String KIND = "Loại danh sách";
    private static final String ANSWER = "Trả lời";
    private static final String KEY = "number";

    private final IntakeService service;
    private final IntakeAnswers answers;
    private final IntakeUndo undo;
    private final Intakes intakes;
    private final IntakeRows rows;
    private final IntakeTargets targets;
    private final IntakeSettings settings;
    private final PeopleNames people;
    private final CurrentUserProvider asking;

    IntakeController(
            IntakeService service,
            IntakeAnswers answers,
            IntakeUndo undo,
            Intakes intakes,
            IntakeRows rows,
            IntakeTargets targets,
            IntakeSettings settings,
            PeopleNames people,
            CurrentUserProvider asking) {
        this.service = service;
        this.answers = answers;
        this.undo = undo;
        this.intakes = intakes;
        this.rows = rows;
        this.targets = targets;
        this.settings = settings;
        this.people = people;
        this.asking = asking;
    }

    /** A kind that the person may send. */
    record Kind(IntakeKind kind, String name) {}

    @GetMapping("/kinds")
    Page<Kind> kinds() {
        return Page.whole(targets.of(asking.current()).stream()
                .map(kind -> new Kind(kind, kind.label()))
                .toList());
    }

    @PostMapping
    ResponseEntity<IntakeView> take(
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) Integer planYear,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) String sheet,
            @RequestParam(required = false) String fileName,
            InputStream content) {
        long id = service.take(
                kind(kind),
                planYear == null ? null : YEARS.require(new FieldName("planYear", "Năm kế hoạch"), planYear),
                Body.parameter("asOf", "Ngày của danh sách", asOf, new Day()),
                Body.parameter("sheet", "Trang tính", sheet, Text.line(100)),
                Text.line(LONGEST_NAME).require(new FieldName("fileName", "Tên tệp"), fileName),
                content,
                asking.current());
        return ResponseEntity.created(URI.create("/api/v1/intakes/" + id)).body(view(intakes.require(id)));
    }

    @GetMapping
    Page<IntakeView> list(@RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
        List<IntakeKind> kinds = targets.of(asking.current());
        Paging paging = Paging.of(page, size, null, Map.of(), "id");
        if (kinds.isEmpty()) {
            return new Page<>(List.of(), paging.page(), paging.size(), 0);
        }
        Page<Intake> found = intakes.page(kinds, paging);
        Map<Long, IntakeRows.Sums> sums =
                rows.sums(found.items().stream().map(Intake::id).toList());
        return new Page<>(
                found.items().stream()
                        .map(one -> view(one, sums.getOrDefault(one.id(), IntakeRows.Sums.NONE), null))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @GetMapping("/{id}")
    IntakeView get(@PathVariable long id) {
        return view(service.readable(id, asking.current()));
    }

    @GetMapping("/{id}/rows")
    Page<IntakeView.Row> rows(
            @PathVariable long id,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        Intake intake = service.readable(id, asking.current());
        Page<Kept> found = rows.page(
                id,
                Body.parameter("state", "Trạng thái", state, Choice.of(RowState.class)),
                Paging.of(page, size, null, Map.of(), KEY));
        return new Page<>(
                found.items().stream().map(row -> row(intake, row)).toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @PutMapping("/{id}/columns")
    IntakeView columns(@PathVariable long id, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("sheet", "columns", "convert"));
        Map<String, String> fields = new LinkedHashMap<>();
        body.fields("columns", "Cột")
                .forEach((letter, field) -> fields.put(letter, field == null ? "" : field.toString()));
        service.columns(
                id,
                body.required("sheet", "Trang tính", body.text("sheet", "Trang tính", 100)),
                fields,
                Boolean.TRUE.equals(body.flag("convert", "Chuyển mã chữ")),
                asking.current());
        return get(id);
    }

    @PatchMapping("/{id}/rows/{number}")
    IntakeView.Row row(@PathVariable long id, @PathVariable int number, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("values", "answer", "finding", "taxCode"));
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        body.fields("values", "Giá trị")
                .forEach((field, value) -> values.put(
                        field, Text.line(LONGEST_VALUE).read(new FieldName("values." + field, field), value)));
        answers.one(id, number, values, answer(body, false), asking.current());
        Intake intake = intakes.require(id);
        return row(intake, rows.find(id, number).orElseThrow());
    }

    /** How many rows an answer was given for. */
    record Answered(int rows) {}

    @PostMapping("/{id}/answers")
    Answered answers(@PathVariable long id, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("rows", "code", "answer", "finding", "taxCode"));
        List<Integer> numbers = new ArrayList<>();
        if (json.get("rows") instanceof List<?> sent) {
            for (Object each : sent) {
                numbers.add(new WholeNumber(1, MOST_ROWS).require(new FieldName("rows", "Dòng"), each));
            }
        }
        String code = body.text("code", "Câu hỏi", 40);
        if (numbers.isEmpty() && code == null) {
            throw new FieldName("rows", "Dòng").missing();
        }
        return new Answered(
                answers.many(id, numbers, code, Objects.requireNonNull(answer(body, true)), asking.current()));
    }

    private static @Nullable Answer answer(Body body, boolean required) {
        Answer.Kind kind = body.choice("answer", ANSWER, Answer.Kind.class);
        if (required) {
            body.required("answer", ANSWER, kind);
        }
        String taxCode = body.text("taxCode", "Mã số thuế", 20);
        if (kind == Answer.Kind.SAME) {
            body.required("taxCode", "Mã số thuế", taxCode);
        }
        String finding = body.text("finding", "Câu hỏi", 100);
        return kind == null ? null : new Answer(kind, finding, taxCode);
    }

    @PostMapping("/{id}/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IntakeView apply(@PathVariable long id, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("mode"));
        service.apply(
                id, body.required("mode", "Cách nạp", body.choice("mode", "Cách nạp", Mode.class)), asking.current());
        return get(id);
    }

    @PostMapping("/{id}/undo")
    IntakeView undo(@PathVariable long id, @RequestBody Map<String, Object> json) {
        Body body = Body.of(json, Set.of("reason"));
        undo.undo(
                id, body.required("reason", "Lý do", body.lines("reason", "Lý do", LONGEST_REASON)), asking.current());
        return get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id) {
        service.discard(id, asking.current());
    }

    /** The sender's own file with what is wrong beside the cells. */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        Intake intake = service.readable(id, asking.current());
        return SheetAnswer.of("loi-" + intake.fileName(), out -> {
            Path original = Files.createTempFile("list", ".xlsx");
            Path marked = Files.createTempFile("list", ".xlsx");
            try {
                service.fetch(id, original, asking.current());
                MarkedWorkbook.write(original, marked, headerRows(intake), marks(id));
                Files.copy(marked, out);
            } finally {
                Files.deleteIfExists(original);
                Files.deleteIfExists(marked);
            }
        });
    }

    private static Map<String, Integer> headerRows(Intake intake) {
        return intake.sheets().stream()
                .filter(Intake.ReadSheet::read)
                .collect(Collectors.toMap(Intake.ReadSheet::name, Intake.ReadSheet::headerRow));
    }

    private List<MarkedWorkbook.Mark> marks(long id) {
        List<MarkedWorkbook.Mark> marks = new ArrayList<>();
        rows.all(id)
                .forEach(row -> row.findings().forEach(finding -> {
                    Cell cell = finding.field() == null ? null : row.cells().get(finding.field());
                    Integer column = cell == null || cell.column() < 0 ? null : Integer.valueOf(cell.column());
                    marks.add(new MarkedWorkbook.Mark(row.sheet(), row.line(), column, finding.sentence()));
                }));
        return marks;
    }

    @GetMapping("/sample")
    ResponseEntity<byte[]> sample(@RequestParam(required = false) String kind) {
        IntakeTarget target = targets.of(kind(kind));
        target.mustWrite(asking.current());
        List<String[]> explained = target.fields().stream()
                .filter(field -> !field.personal())
                .map(field -> new String[] {field.label(), target.explanation(field.name())})
                .toList();
        return SheetAnswer.of(
                "mau-" + target.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xlsx",
                out -> SampleWorkbook.write(
                        out, target.kind().label(), target.fields(), target.choices(), explained, List.of()));
    }

    private IntakeKind kind(@Nullable String text) {
        return Choice.of(IntakeKind.class).require(new FieldName("kind", KIND), text);
    }

    private IntakeView view(Intake intake) {
        IntakeTarget target = targets.of(intake.kind());
        String consequence = intake.state() == IntakeState.CHECKED
                ? target.consequence(
                        intake.list(), () -> IntakeJudge.rows(rows.toWrite(intake.id(), Integer.MAX_VALUE), target))
                : null;
        return view(intake, rows.sums(intake.id()), consequence);
    }

    private IntakeView view(Intake intake, IntakeRows.Sums sums, @Nullable String consequence) {
        boolean isActs = targets.of(intake.kind()).isActs();
        return new IntakeView(
                intake.id(),
                intake.kind(),
                intake.kind().label(),
                intake.state(),
                intake.state().label(),
                intake.planYear(),
                intake.asOf(),
                intake.fileName(),
                intake.sheets(),
                sums.counts(),
                sums.toWrite(),
                sums.written(),
                sums.undone(),
                sums.notUndone(),
                targets.of(intake.kind()).fields().stream()
                        .filter(field -> !field.personal())
                        .map(field -> new IntakeView.FieldName(field.name(), field.label()))
                        .toList(),
                intake.sentBy(),
                people.of(intake.sentBy()),
                Objects.requireNonNull(IntakeView.at(intake.sentAt())),
                intake.mode(),
                intake.appliedBy(),
                IntakeView.at(intake.appliedAt()),
                intake.state() == IntakeState.APPLYING ? IntakeView.at(service.expectedEnd(intake)) : null,
                intake.failure(),
                Optional.ofNullable(intake.appliedAt())
                        .filter(at -> !isActs)
                        .map(at -> IntakeView.at(at.plus(settings.undoFor())))
                        .orElse(null),
                IntakeView.at(intake.undoneAt()),
                intake.undoReason(),
                intake.sentBy().equals(asking.current().id()),
                isActs,
                consequence);
    }

    private IntakeView.Row row(Intake intake, Kept row) {
        List<IntakeView.CellText> cells = new ArrayList<>();
        for (ListField field : targets.of(intake.kind()).fields()) {
            Cell cell = row.cells().get(field.name());
            if (cell != null && !field.personal()) {
                cells.add(new IntakeView.CellText(field.name(), field.label(), cell.text()));
            }
        }
        Cell name = row.cells().get("name");
        return new IntakeView.Row(
                row.number(),
                row.sheet(),
                row.line(),
                row.zoneLine(),
                row.state(),
                row.state().label(),
                row.taxCode(),
                name == null ? null : name.text(),
                cells,
                row.findings(),
                row.changes(),
                IntakeView.at(row.appliedAt()),
                IntakeView.at(row.undoneAt()),
                row.notUndone());
    }
}
