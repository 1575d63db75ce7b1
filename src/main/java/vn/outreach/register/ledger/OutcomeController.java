package vn.outreach.register.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.base.value.RowId;
import vn.outreach.base.value.TaxCodeReference;
import vn.outreach.base.value.Text;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PersonalData;
import vn.outreach.web.Body;
import vn.outreach.web.KeyPage;
import vn.outreach.web.KeyPaging;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/**
 * The ledger over REST: everybody reads it, admissions apart; a mistake is answered by a correction, a row of its own.
 */
@RestController
@RequestMapping("/api/v1/outcomes")
class OutcomeController {

    private static final Set<String> CORRECTION = Set.of("result", "occurredOn", "reason");

    private final OutcomeSearch search;
    private final Ledger ledger;
    private final ResultNames results;
    private final CurrentUserProvider asking;
    private final PersonalData personalData;
    private final AuditTrail audit;

    OutcomeController(
            OutcomeSearch search,
            Ledger ledger,
            ResultNames results,
            CurrentUserProvider asking,
            PersonalData personalData,
            AuditTrail audit) {
        this.search = search;
        this.ledger = ledger;
        this.results = results;
        this.asking = asking;
        this.personalData = personalData;
        this.audit = audit;
    }

    @GetMapping
    Page<Outcome> list(
            @RequestParam(required = false) String enterprise,
            @RequestParam(required = false) String phase,
            @RequestParam(required = false) String step,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        Page<Outcome> found = search.find(
                filter(enterprise, phase, step, from, to),
                Paging.of(page, size, sort, OutcomeSearch.SORTED_BY, OutcomeSearch.KEY));
        return new Page<>(
                found.items().stream().map(this::readable).toList(), found.page(), found.size(), found.total());
    }

    /** The same list from the row {@code after} on, or with an empty one from its beginning. */
    @GetMapping(params = "after")
    KeyPage<Outcome> list(
            @RequestParam String after,
            @RequestParam(required = false) String enterprise,
            @RequestParam(required = false) String phase,
            @RequestParam(required = false) String step,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        Long last = Body.parameter("after", "Dòng cuối trang trước", after, new RowId());
        // Where a row stands in the order tells its day: only of rows that the person may read.
        if (last != null && search.find(last, asking.current().admissions()).isEmpty()) {
            throw Refusal.invalid("after-unknown", "after", "Không có dòng số %d trong sổ kết quả.".formatted(last));
        }
        return search.find(
                        filter(enterprise, phase, step, from, to),
                        KeyPaging.of(last, size, sort, OutcomeSearch.WALKED_BY, OutcomeSearch.KEY))
                .showing(this::readable);
    }

    private OutcomeSearch.Filter filter(String enterprise, String phase, String step, String from, String to) {
        return new OutcomeSearch.Filter(
                Body.parameter("enterprise", "Mã số thuế", enterprise, new TaxCodeReference()),
                Body.parameter("phase", "Quy trình", phase, Text.line(64)),
                Body.parameter("step", "Bước", step, Text.line(64)),
                Body.parameter("from", "Từ ngày", from, new Day()),
                Body.parameter("to", "Đến ngày", to, new Day()),
                asking.current().admissions());
    }

    @PostMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Outcome correct(@PathVariable long id, @RequestBody Map<String, Object> json) {
        CurrentUser user = asking.current();
        Outcome original = search.find(id, user.admissions())
                .orElseThrow(() ->
                        Refusal.unknown("outcome-unknown", "Không có dòng số %d trong sổ kết quả.".formatted(id)));
        mayCorrect(user, original);
        Body body = Body.of(json, CORRECTION);
        String result = body.required("result", "Kết quả đúng", body.text("result", "Kết quả đúng", 64));
        if (!results.contains(result)) {
            throw Refusal.invalid("field-choice", "result", "Kết quả “%s” không có trong danh mục.".formatted(result));
        }
        LocalDate occurredOn = body.date("occurredOn", "Ngày diễn ra");
        String reason = body.required("reason", "Lý do đính chính", body.lines("reason", "Lý do đính chính", 1000));
        Outcome correction = ledger.correct(original, result, occurredOn, user.id(), reason);
        audit.record(told(original, correction));
        return readable(correction);
    }

    private Outcome readable(Outcome outcome) {
        return outcome.showing(personalData.readable(outcome.phase(), outcome.details(), asking.current()));
    }

    /** What was said and what is said now; of an admission only that it was corrected. */
    private static AuditEntry told(Outcome original, Outcome correction) {
        AuditEntry entry = AuditEntry.of(AuditAction.CORRECTED, "Outcome", Long.toString(original.id()));
        if (original.candidateRef() != null || ProcessKeys.MEMBER_ADMISSION.equals(original.phase())) {
            return entry.changing(original.candidateRef(), null, null);
        }
        return entry.changing(original.phase() + "." + original.step(), said(original), said(correction));
    }

    private static String said(Outcome outcome) {
        return outcome.result() + " " + outcome.occurredOn();
    }

    private static void mayCorrect(CurrentUser user, Outcome original) {
        if (!user.id().equals(original.recordedBy())) {
            user.must(
                    Capability.CORRECTS_RECORDS,
                    "Chỉ người đã ghi, ban tổ chức hoặc trưởng đơn vị được đính chính dòng này.");
        }
    }
}
