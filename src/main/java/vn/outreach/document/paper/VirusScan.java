package vn.outreach.document.paper;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;

/**
 * Asks the office's virus scanner, where there is one. Whose answer does not come, or is not clear, is taken for a no.
 */
@Component
class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);

    private final IcapScanner scanner;
    private final AuditTrail audit;

    VirusScan(PaperSettings settings, AuditTrail audit) {
        this.scanner =
                settings.icap().isBlank() ? null : new IcapScanner(address(settings.icap()), settings.icapTimeout());
        this.audit = audit;
    }

    /** @throws Refusal {@code paper-infected}, or {@code paper-scan-failed} when the scanner gives no answer */
    void check(Received content, String taxCode) {
        if (scanner == null) {
            return;
        }
        Optional<String> found;
        try {
            found = scanner.scan(content.file(), content.size());
        } catch (IOException failure) {
            LOG.error("The virus scanner gives no answer", failure);
            throw Refusal.unavailable(
                    "paper-scan-failed",
                    "Phần mềm quét vi-rút không trả lời nên tệp chưa được nhận; hãy thử lại sau hoặc báo quản trị viên.");
        }
        if (found.isPresent()) {
            Refusal refusal = Refusal.invalid(
                    "paper-infected",
                    null,
                    "Phần mềm quét vi-rút đã chặn tệp này (%s); tệp không được lưu.".formatted(found.get()));
            audit.recordRefused(
                    AuditEntry.of(AuditAction.PAPER_REFUSED, "Enterprise", taxCode)
                            .changing("paper-infected", null, found.get() + " " + content.sha256()),
                    refusal);
            throw refusal;
        }
    }

    private static URI address(String setting) {
        URI address = URI.create(setting.strip());
        if (!"icap".equals(address.getScheme()) || address.getHost() == null) {
            throw new StartRefused(List.of(
                    "outreach.papers.icap phải có dạng icap://máy:1344/dịch-vụ, không phải “%s”.".formatted(setting)));
        }
        return address;
    }
}
