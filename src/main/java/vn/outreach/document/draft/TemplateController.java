package vn.outreach.document.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.FileAnswer;
import vn.outreach.web.Page;

/** The templates of drafts: every user reads them, the office and administrators replace them. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateController {

    static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final String BUILT_IN = "HOUSE";
    private static final String OFFICE = "OFFICE";

    private final OfficeTemplates templates;
    private final CurrentUserProvider asking;
    private final AuditTrail audit;

    TemplateController(OfficeTemplates templates, CurrentUserProvider asking, AuditTrail audit) {
        this.templates = templates;
        this.asking = asking;
        this.audit = audit;
    }

    /** {@code source} OFFICE: the office's own file is in use; {@code faults} keep it from being filled. */
    record TemplateRow(
            String name, String title, String kind, DraftIssuer issuer, String source, List<String> faults) {}

    /** {@code rows}: what a table's row may repeat between {@code {{#name}}} and {@code {{/name}}}. */
    record TemplateFields(String name, List<DraftFields.Field> fields, List<TemplateTableRow> rows) {}

    record TemplateTableRow(String name, List<DraftFields.Field> fields) {}

    @GetMapping
    Page<TemplateRow> list() {
        return Page.whole(Arrays.stream(DraftTemplate.values()).map(this::row).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        DraftTemplate template = DraftTemplate.require(name);
        return ResponseEntity.ok()
                .contentType(WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.attachment(template.fileName() + ".docx"))
                .body(templates.content(template));
    }

    @GetMapping("/{name}/fields")
    TemplateFields fields(@PathVariable String name) {
        DraftTemplate template = DraftTemplate.require(name);
        Map<String, List<DraftFields.Field>> rows = DraftFields.rowsOf(template);
        return new TemplateFields(
                template.fileName(),
                DraftFields.of(template),
                rows.entrySet().stream()
                        .map(row -> new TemplateTableRow(row.getKey(), row.getValue()))
                        .collect(Collectors.toList()));
    }

    /** The body is the file. The row of the audit goes first: without it nothing is replaced. */
    @PutMapping("/{name}")
    @Transactional
    public TemplateRow replace(@PathVariable String name, @RequestBody(required = false) byte[] content) {
        mustKeepTemplates();
        DraftTemplate template = DraftTemplate.require(name);
        if (content == null || content.length == 0) {
            throw Refusal.invalid("field-missing", null, "Thiếu tệp mẫu .docx trong nội dung gửi lên.");
        }
        record(template, OFFICE);
        templates.replace(template, content);
        return row(template);
    }

    @DeleteMapping("/{name}")
    @Transactional
    public TemplateRow restoreBuiltIn(@PathVariable String name) {
        mustKeepTemplates();
        DraftTemplate template = DraftTemplate.require(name);
        record(template, BUILT_IN);
        templates.remove(template);
        return row(template);
    }

    private void mustKeepTemplates() {
        asking.current().must(Capability.KEEPS_TEMPLATES, "Chỉ văn phòng hoặc quản trị viên được thay mẫu văn bản.");
    }

    private void record(DraftTemplate template, String source) {
        audit.record(AuditEntry.of(AuditAction.TEMPLATE_CHANGED, "Template", template.fileName())
                .changing("source", row(template).source(), source));
    }

    private TemplateRow row(DraftTemplate template) {
        return new TemplateRow(
                template.fileName(),
                template.title(),
                template.kind(),
                template.issuer(),
                templates.isOffices(template) ? OFFICE : BUILT_IN,
                templates.faults(template));
    }
}
