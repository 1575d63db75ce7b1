package vn.outreach.register.candidate;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.TaxCodeReference;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.SentAgain;

/**
 * Candidates over REST: the cells that carry admissions and the organisation board keep them, the standing committee
 * reads them. Whoever may bring a candidate gets a reference, and no data.
 */
@RestController
@RequestMapping("/api/v1/candidates")
class CandidateController {

    record Reference(String candidateRef) {}

    private final Candidates candidates;
    private final Enterprises enterprises;
    private final ObjectProvider<CandidateChanges> changes;
    private final CurrentUserProvider asking;
    private final CandidateAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    CandidateController(
            Candidates candidates,
            Enterprises enterprises,
            ObjectProvider<CandidateChanges> changes,
            CurrentUserProvider asking,
            AuditTrail audit,
            Clock clock) {
        this.candidates = candidates;
        this.enterprises = enterprises;
        this.changes = changes;
        this.asking = asking;
        this.access = new CandidateAccess(candidates, asking);
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Reference> allocate(@RequestBody Map<String, Object> json) {
        mayIntroduce();
        Body body = Body.of(json, Set.of("enterpriseCode"));
        String taxCode = body.required(
                "enterpriseCode",
                "Mã số thuế của doanh nghiệp",
                body.read("enterpriseCode", "Mã số thuế của doanh nghiệp", new TaxCodeReference()));
        if (enterprises.find(taxCode).isEmpty()) {
            throw Refusal.invalid(
                    "enterprise-unknown",
                    "enterpriseCode",
                    "Doanh nghiệp có mã số thuế “%s” chưa có trong sổ đăng ký.".formatted(taxCode));
        }
        mayIntroduceAt(taxCode);
        // Held, so that the same request sent twice at once draws one reference.
        enterprises.lock(taxCode);
        String user = asking.current().id();
        String ref = candidates.unused(taxCode, user, SentAgain.since(clock)).orElseGet(() -> {
            String drawn = candidates.allocate(taxCode);
            candidates.allocatedBy(drawn, user);
            return drawn;
        });
        return ResponseEntity.created(URI.create("/api/v1/candidates/" + ref)).body(new Reference(ref));
    }

    @GetMapping("/{ref}")
    Candidate get(@PathVariable String ref) {
        Candidate candidate = access.read(ref);
        audit.record(AuditEntry.of(AuditAction.RESTRICTED_READ, "Candidate", ref));
        return candidate;
    }

    @PutMapping("/{ref}")
    @Transactional
    public Candidate put(@PathVariable String ref, @RequestBody Map<String, Object> json) {
        Candidate before = access.write(ref);
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        candidates.save(CandidateBody.change(before, json, today));
        changes.orderedStream().forEach(listener -> listener.changed(ref));
        Candidate after = candidates.require(ref);
        recordChange(before, after);
        return after;
    }

    /** Which fields, never what stands in them. Whoever changes nothing has still been shown the row. */
    private void recordChange(Candidate before, Candidate after) {
        String fields = String.join(", ", after.fieldsOtherThanIn(before));
        audit.record(AuditEntry.of(
                        fields.isEmpty() ? AuditAction.RESTRICTED_READ : AuditAction.RESTRICTED_CHANGED,
                        "Candidate",
                        after.candidateRef())
                .changing(fields.isEmpty() ? null : fields, null, null));
    }

    private void mayIntroduce() {
        CurrentUser user = asking.current();
        if (!user.inHostCell()) {
            user.must(Capability.INTRODUCES_CANDIDATES, "Đồng chí không có quyền giới thiệu quần chúng ưu tú.");
        }
    }

    private void mayIntroduceAt(String taxCode) {
        if (!asking.current().mayBringTo(taxCode)) {
            throw Refusal.forbidden("wrong-person", "Chi bộ chỉ giới thiệu quần chúng ưu tú của doanh nghiệp mình.");
        }
    }
}
