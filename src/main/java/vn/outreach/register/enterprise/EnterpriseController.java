package vn.outreach.register.enterprise;

import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.TaxCode;
import vn.outreach.base.value.TaxCodeReference;
import vn.outreach.base.value.Text;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.KeyPage;
import vn.outreach.web.KeyPaging;
import vn.outreach.web.Page;
import vn.outreach.web.Paging;

/** The register over REST: everybody reads it; officers, the organisation board and other systems write it. */
@RestController
@RequestMapping("/api/v1/enterprises")
class EnterpriseController {

    private final Enterprises enterprises;
    private final EnterpriseService service;
    private final EnterpriseSearch search;
    private final Timeline timeline;
    private final CurrentUserProvider asking;

    EnterpriseController(
            Enterprises enterprises,
            EnterpriseService service,
            EnterpriseSearch search,
            Timeline timeline,
            CurrentUserProvider asking) {
        this.enterprises = enterprises;
        this.service = service;
        this.search = search;
        this.timeline = timeline;
        this.asking = asking;
    }

    @GetMapping
    Page<EnterpriseSummary> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String zone,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String responsibleMember,
            @RequestParam(required = false) Integer planYear,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        return search.find(
                filter(q, zone, stage, responsibleMember, planYear),
                Paging.of(page, size, sort, EnterpriseSearch.SORTED_BY, EnterpriseSearch.KEY));
    }

    /** The same list from the enterprise {@code after} on, or with an empty one from its beginning. */
    @GetMapping(params = "after")
    KeyPage<EnterpriseSummary> list(
            @RequestParam String after,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String zone,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String responsibleMember,
            @RequestParam(required = false) Integer planYear,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) String sort) {
        String last = Body.parameter("after", "Doanh nghiệp cuối trang trước", after, new TaxCodeReference());
        if (last != null && enterprises.find(last).isEmpty()) {
            throw Refusal.invalid("after-unknown", "after", "Không có doanh nghiệp “%s” trong sổ.".formatted(last));
        }
        return search.find(
                filter(q, zone, stage, responsibleMember, planYear),
                KeyPaging.of(last, size, sort, EnterpriseSearch.WALKED_BY, EnterpriseSearch.KEY));
    }

    private static EnterpriseSearch.Filter filter(
            String q, String zone, String stage, String responsibleMember, Integer planYear) {
        return new EnterpriseSearch.Filter(
                Body.parameter("q", "Từ khóa", q, Text.lines(255)),
                Body.parameter("zone", "Khu, cụm công nghiệp", zone, Text.line(100)),
                Body.parameter("stage", "Giai đoạn", stage, Choice.of(Stage.class)),
                Body.parameter("responsibleMember", "Người phụ trách", responsibleMember, Text.line(64)),
                planYear);
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Enterprise> register(@RequestBody Map<String, Object> body) {
        mayWrite();
        TaxCode taxCode = EnterpriseBody.taxCode(body);
        Enterprise enterprise = service.register(taxCode, EnterpriseBody.registration(body));
        return ResponseEntity.created(URI.create("/api/v1/enterprises/" + taxCode))
                .body(enterprise);
    }

    @GetMapping("/{taxCode}")
    Enterprise get(@PathVariable String taxCode) {
        return enterprises.require(taxCode);
    }

    @PatchMapping("/{taxCode}")
    @Transactional
    public Enterprise change(@PathVariable String taxCode, @RequestBody Map<String, Object> body) {
        mayWrite();
        enterprises.require(taxCode);
        service.change(taxCode, EnterpriseBody.change(taxCode, body), asking.current());
        return enterprises.written(taxCode);
    }

    @GetMapping("/{taxCode}/timeline")
    Page<TimelineEntry> timeline(
            @PathVariable String taxCode,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        enterprises.require(taxCode);
        return timeline.of(taxCode, asking.current(), Paging.of(page, size, null, Map.of(), EnterpriseSearch.KEY));
    }

    private void mayWrite() {
        asking.current()
                .must(
                        Capability.WRITES_REGISTER,
                        "Chỉ cán bộ vận động, ban tổ chức hoặc hệ thống liên thông được ghi sổ đăng ký.");
    }
}
