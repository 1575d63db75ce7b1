package vn.outreach.register.contact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The contact log of an enterprise over REST, inside the office only: read, add, correct, take back. */
@RestController
@RequestMapping("/api/v1/enterprises/{taxCode}/contacts")
class ContactController {

    private static final Set<String> CORRECTION =
            Stream.concat(ContactDetails.FIELDS.stream(), Stream.of("reason")).collect(Collectors.toUnmodifiableSet());
    private static final String REASON = "Lý do";
    private static final int LONGEST_REASON = 300;

    private final ContactService service;
    private final Contacts contacts;
    private final ContactRights rights;
    private final Enterprises enterprises;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    ContactController(
            ContactService service,
            Contacts contacts,
            ContactRights rights,
            Enterprises enterprises,
            CurrentUserProvider asking,
            AuditTrail audit) {
        this.service = service;
        this.contacts = contacts;
        this.rights = rights;
        this.enterprises = enterprises;
        this.asking = asking;
        this.audit = audit;
    }

    @GetMapping
    Page<Contact> list(
            @PathVariable String taxCode,
            @RequestParam(defaultValue = "false") boolean rated,
            @RequestParam(defaultValue = "false") boolean trace,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        reader(taxCode);
        return contacts.page(
                new Contacts.Filter(taxCode, rated, trace),
                Paging.of(page, size, sort, Contacts.SORTED_BY, Contacts.KEY));
    }

    /** What to know before the next contact, which is planned for today unless another day is given. */
    @GetMapping("/recent")
    ContactService.Recent recent(@PathVariable String taxCode, @RequestParam(required = false) String plannedOn) {
        CurrentUser user = reader(taxCode);
        LocalDate day = Body.of(Collections.singletonMap("plannedOn", plannedOn), Set.of("plannedOn"))
                .date("plannedOn", "Ngày dự kiến");
        return service.recent(taxCode, day == null ? service.today() : day, user);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public ContactService.Recorded add(@PathVariable String taxCode, @RequestBody Map<String, Object> json) {
        CurrentUser user = writer(taxCode);
        return service.record(taxCode, ContactDetails.of(Body.of(json, ContactDetails.FIELDS), service.today()), user);
    }

    @PostMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public ContactService.Recorded correct(
            @PathVariable String taxCode, @PathVariable long id, @RequestBody Map<String, Object> json) {
        CurrentUser user = writer(taxCode);
        Contact original = own(taxCode, id, user);
        Body body = Body.of(json, CORRECTION);
        ContactService.Recorded correction =
                service.correct(original, ContactDetails.of(body, service.today()), reason(body), user);
        told(original);
        return correction;
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Contact withdraw(
            @PathVariable String taxCode, @PathVariable long id, @RequestBody Map<String, Object> json) {
        CurrentUser user = writer(taxCode);
        Contact original = own(taxCode, id, user);
        Contact withdrawal = service.withdraw(original, reason(Body.of(json, Set.of("reason"))), user);
        told(original);
        return withdrawal;
    }

    private CurrentUser reader(String taxCode) {
        CurrentUser user = asking.current();
        rights.mustRead(user);
        enterprises.require(taxCode);
        return user;
    }

    private CurrentUser writer(String taxCode) {
        CurrentUser user = asking.current();
        rights.mustWrite(user);
        enterprises.require(taxCode);
        return user;
    }

    private Contact own(String taxCode, long id, CurrentUser user) {
        Contact original = contacts.find(taxCode, id)
                .orElseThrow(() -> Refusal.unknown(
                        "contact-unknown", "Không có dòng liên hệ số %d của doanh nghiệp này.".formatted(id)));
        rights.mustCorrect(user, original);
        return original;
    }

    private static String reason(Body body) {
        return body.required("reason", REASON, body.lines("reason", REASON, LONGEST_REASON));
    }

    /** That it was corrected; what was said stays in the log, which administrators do not read. */
    private void told(Contact original) {
        audit.record(AuditEntry.of(AuditAction.CORRECTED, "Contact", Long.toString(original.id()))
                .changing(original.taxCode(), null, null));
    }
}
