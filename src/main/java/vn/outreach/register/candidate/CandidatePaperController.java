package vn.outreach.register.candidate;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.DocumentNumber;
import vn.outreach.base.value.FieldName;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.SentAgain;

/**
 * Which papers a candidate's file holds, for those who read the candidate's row; what stands in them is on paper only.
 */
@RestController
@RequestMapping("/api/v1/candidates/{ref}/papers")
class CandidatePaperController {

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_PLACE = 255;
    private static final int LONGEST_REASON = 500;

    /** A list in the shape of all lists, with what the person may do. */
    record CandidateFolder(
            List<CandidatePaper> items, int page, int size, long total, boolean mayAdd, List<Type> types) {}

    /** A type that may be chosen. */
    record Type(String code, String label) {}

    private final CandidatePapers papers;
    private final CandidatePaperReader reader;
    private final Candidates candidates;
    private final CandidateAccess access;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;
    private final Clock clock;

    CandidatePaperController(
            CandidatePapers papers,
            CandidatePaperReader reader,
            Candidates candidates,
            CurrentUserProvider asking,
            AuditTrail audit,
            Clock clock) {
        this.papers = papers;
        this.reader = reader;
        this.candidates = candidates;
        this.access = new CandidateAccess(candidates, asking);
        this.asking = asking;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    CandidateFolder list(@PathVariable String ref) {
        Candidate candidate = access.read(ref);
        List<CandidatePaper> items = reader.read(ref);
        boolean mayAdd = access.mayWriteAny() && candidate.restrictedSince() == null;
        List<Type> types = Arrays.stream(CandidatePaperType.values())
                .map(type -> new Type(type.name(), type.label()))
                .toList();
        return new CandidateFolder(items, 0, items.size(), items.size(), mayAdd, types);
    }

    @PostMapping
    @Transactional
    public ResponseEntity<CandidatePaper> add(@PathVariable String ref, @RequestBody Map<String, Object> json) {
        access.write(ref);
        Body body = Body.of(json, Set.of("type", "number", "date", "keptAt"));
        CandidatePaperType type =
                body.required("type", "Loại giấy tờ", body.choice("type", "Loại giấy tờ", CandidatePaperType.class));
        String keptAt = body.required("keptAt", "Nơi giữ", body.text("keptAt", "Nơi giữ", LONGEST_PLACE));
        LocalDate date = body.date("date", "Ngày của giấy tờ");
        DateRules.notFuture(
                new FieldName("date", "Ngày của giấy tờ"),
                date,
                LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId()));
        candidates.lock(ref);
        String number = body.read("number", "Số", new DocumentNumber(LONGEST_NUMBER));
        String user = asking.current().id();
        Optional<CandidatePaper> sent = papers.sent(ref, user, SentAgain.since(clock))
                .filter(paper -> paper.type() == type
                        && Objects.equals(paper.number(), number)
                        && Objects.equals(paper.date(), date)
                        && paper.keptAt().equals(keptAt))
                .findFirst();
        if (sent.isPresent()) {
            return created(ref, sent.get());
        }
        long id = papers.insert(ref, type, number, date, keptAt, user);
        audit.record(AuditEntry.of(AuditAction.RESTRICTED_CHANGED, "CandidatePapers", ref)
                .changing(type.name(), null, null));
        return created(ref, papers.require(ref, id));
    }

    private static ResponseEntity<CandidatePaper> created(String ref, CandidatePaper paper) {
        return ResponseEntity.created(URI.create("/api/v1/candidates/" + ref + "/papers"))
                .body(paper);
    }

    @PostMapping("/{id}/withdrawal")
    @Transactional
    public CandidatePaper withdraw(
            @PathVariable String ref, @PathVariable long id, @RequestBody Map<String, Object> json) {
        access.write(ref);
        Body body = Body.of(json, Set.of("reason"));
        String reason = body.required("reason", "Lý do", body.lines("reason", "Lý do", LONGEST_REASON));
        CandidatePaper paper = papers.require(ref, id);
        if (paper.withdrawnAt() != null) {
            throw Refusal.conflict("paper-withdrawn", "Giấy tờ này đã được rút.");
        }
        papers.withdraw(id, asking.current().id(), reason);
        audit.record(AuditEntry.of(AuditAction.RESTRICTED_CHANGED, "CandidatePapers", ref)
                .changing(paper.type().name() + " withdrawn", null, null));
        return papers.require(ref, id);
    }
}
