package vn.outreach.document.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.DocumentNumber;
import vn.outreach.base.value.RowId;
import vn.outreach.base.value.TaskId;
import vn.outreach.process.TaskCase;
import vn.outreach.process.TaskCases;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.security.identity.Addresses;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.FileAnswer;
import vn.outreach.web.Page;

/**
 * Papers of an enterprise over REST. A file is sent as the body of the request, as it is, and what is known of it in
 * the address: nothing has to be taken apart, and {@code http/BodyFilter} can read it straight into a file.
 */
@RestController
class PaperController {

    private static final String PAPERS = "/api/v1/enterprises/{taxCode}/papers";
    private static final Set<String> SENT = Set.of("type", "number", "date", "fileName", "taskId", "replaces");
    private static final String TYPE = "Loại giấy tờ";
    private static final String DATE = "Ngày của giấy tờ";
    private static final DocumentNumber NUMBER = new DocumentNumber(100);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 500;

    /** A list in the shape of all lists, with what the person may do and how large a file may be. */
    record Folder(List<PaperView> items, int page, int size, long total, boolean mayAdd, long largest) {}

    /** A type that may be chosen. */
    record Type(String code, String label) {}

    private final Papers papers;
    private final PaperRows rows;
    private final PaperStore store;
    private final PaperRights rights;
    private final TaskCases tasks;
    private final Enterprises enterprises;
    private final PaperSettings settings;
    private final Addresses people;
    private final CurrentUserProvider asking;

    PaperController(
            Papers papers,
            PaperRows rows,
            PaperStore store,
            PaperRights rights,
            TaskCases tasks,
            Enterprises enterprises,
            PaperSettings settings,
            Addresses people,
            CurrentUserProvider asking) {
        this.papers = papers;
        this.rows = rows;
        this.store = store;
        this.rights = rights;
        this.tasks = tasks;
        this.enterprises = enterprises;
        this.settings = settings;
        this.people = people;
        this.asking = asking;
    }

    @GetMapping("/api/v1/papers/types")
    Page<Type> types() {
        return Page.whole(Arrays.stream(PaperType.values())
                .map(type -> new Type(type.name(), type.label()))
                .toList());
    }

    @GetMapping(PAPERS)
    Folder list(@PathVariable String taxCode) {
        CurrentUser user = asking.current();
        rights.mustReadCase(user);
        enterprises.require(taxCode);
        Map<String, String> names = new HashMap<>();
        List<PaperView> items = rows.of(taxCode).stream()
                .filter(paper -> rights.mayRead(user, paper.phase()))
                .map(paper -> PaperView.of(
                        paper, id -> names.computeIfAbsent(id, this::nameOf), rights.mayAdd(user, paper.phase())))
                .toList();
        return new Folder(
                items,
                0,
                items.size(),
                items.size(),
                rights.mayAdd(user, null),
                settings.largest().toBytes());
    }

    /** No transaction: none is held while the content is looked at and scanned. */
    @PostMapping(PAPERS)
    ResponseEntity<PaperView> add(
            @PathVariable String taxCode, @RequestParam Map<String, String> sent, InputStream content) {
        CurrentUser user = asking.current();
        Body body = Body.of(sent, SENT);
        String taskId = body.read("taskId", "Việc", new TaskId());
        TaskCase task = taskId == null ? null : tasks.require(taskId);
        refuseAdmission(task);
        rights.mustAdd(user, task == null ? null : task.phase());
        Long replaces = body.read("replaces", "Giấy tờ được thay", new RowId());
        PaperType type = body.choice("type", TYPE, PaperType.class);
        if (replaces != null) {
            PaperType before = changeable(taxCode, replaces, user).type();
            type = type == null ? before : type;
        }
        NewPaper paper = new NewPaper(
                taxCode,
                body.required("type", TYPE, type),
                body.read("number", "Số", NUMBER),
                body.date("date", DATE),
                body.lines("fileName", "Tên tệp", LONGEST_NAME),
                task,
                replaces);
        Paper added = papers.add(paper, content, user);
        return ResponseEntity.created(URI.create(contentOf(added))).body(view(added, user));
    }

    /** The address that answers a paper's content. */
    static String contentOf(Paper paper) {
        return "/api/v1/enterprises/" + paper.taxCode() + "/papers/" + paper.id() + "/content";
    }

    @GetMapping(PAPERS + "/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable String taxCode, @PathVariable long id, HttpServletResponse response) {
        Paper paper = readable(taxCode, id, asking.current());
        // All that is text here is UTF-8, and marked so; this is none.
        response.setCharacterEncoding(null);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, paper.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        PaperKind.isShown(paper.mediaType())
                                ? FileAnswer.inline(paper.fileName())
                                : FileAnswer.attachment(paper.fileName()))
                .body(new FileSystemResource(store.open(paper)));
    }

    @PatchMapping(PAPERS + "/{id}")
    @Transactional
    public PaperView change(
            @PathVariable String taxCode, @PathVariable long id, @RequestBody Map<String, Object> json) {
        CurrentUser user = asking.current();
        Paper paper = changeable(taxCode, id, user);
        Body body = Body.of(json, Set.of("revision", "type", "number", "date"));
        int revision = body.required("revision", "Lần sửa", body.count("revision", "Lần sửa", Integer.MAX_VALUE));
        PaperType type = body.has("type")
                ? body.required("type", TYPE, body.choice("type", TYPE, PaperType.class))
                : paper.type();
        String number = body.has("number") ? body.read("number", "Số", NUMBER) : paper.number();
        LocalDate date = body.has("date") ? body.date("date", DATE) : paper.date();
        return view(papers.describe(paper, revision, type, number, date), user);
    }

    @PostMapping(PAPERS + "/{id}/withdrawal")
    @Transactional
    public PaperView withdraw(
            @PathVariable String taxCode, @PathVariable long id, @RequestBody Map<String, Object> json) {
        CurrentUser user = asking.current();
        Paper paper = changeable(taxCode, id, user);
        Body body = Body.of(json, Set.of("reason"));
        String reason = body.required("reason", "Lý do", body.lines("reason", "Lý do", LONGEST_REASON));
        return view(papers.withdraw(paper, reason, user), user);
    }

    private PaperView view(Paper paper, CurrentUser user) {
        return PaperView.of(paper, this::nameOf, rights.mayAdd(user, paper.phase()));
    }

    private String nameOf(String user) {
        return people.find(user).map(Addresses.Person::called).orElse(user);
    }

    /** A paper that is not the person's to read is answered like one that does not exist. */
    private Paper readable(String taxCode, long id, CurrentUser user) {
        Paper paper = papers.require(taxCode, id);
        if (!rights.mayRead(user, paper.phase())) {
            throw Papers.unknown(id);
        }
        return paper;
    }

    private Paper changeable(String taxCode, long id, CurrentUser user) {
        Paper paper = readable(taxCode, id, user);
        rights.mustAdd(user, paper.phase());
        return paper;
    }

    /** Before the rights: who works on an admission learns why there is no upload. */
    private static void refuseAdmission(TaskCase task) {
        if (task != null && task.candidateRef() != null) {
            throw Papers.ofCandidate();
        }
    }
}
