package vn.outreach.lifecycle.caseevent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.outreach.base.refusal.Refusal;

/**
 * What an officer can report without any external system (lifecycle.md §3 {@code caseEvent}); the codes are the
 * messages'.
 */
enum CaseEvent {
    OWNER_CONTACTED("ownerContacted", "Chủ doanh nghiệp liên hệ lại", About.ENTERPRISE),
    CANDIDATE_INTRODUCED("candidateIntroduced", "Giới thiệu quần chúng", About.ENTERPRISE),
    MEMBERSHIP_CHANGED("membershipChanged", "Số đảng viên đồng ý chuyển thay đổi", About.ENTERPRISE),
    ENTERPRISE_CLOSED("enterpriseClosed", "Doanh nghiệp đóng cửa", About.ENTERPRISE),
    CELL_BELOW_MINIMUM("cellBelowMinimum", "Chi bộ còn dưới 3 đảng viên chính thức", About.ENTERPRISE),
    CANDIDATE_WITHDREW("candidateWithdrew", "Quần chúng xin thôi", About.CANDIDATE),
    CONSENT_WITHDRAWN("consentWithdrawn", "Quần chúng rút lại sự đồng ý", About.CANDIDATE),
    CANDIDATE_MOVED("candidateMoved", "Quần chúng chuyển nơi làm việc", About.CANDIDATE);

    private enum About {
        ENTERPRISE,
        CANDIDATE
    }

    private final String code;
    private final String label;
    private final About about;

    CaseEvent(String code, String label, About about) {
        this.code = code;
        this.label = label;
        this.about = about;
    }

    /** @throws Refusal for a code that is none of these */
    static CaseEvent of(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "field-choice",
                        "eventType",
                        "“Việc đã xảy ra” phải là một trong: "
                                + Arrays.stream(values())
                                        .map(event -> event.code)
                                        .collect(Collectors.joining(", ")) + "."));
    }

    static List<CaseEvent> all() {
        return List.of(values());
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    String message() {
        return "outreach." + code;
    }

    /**
     * Such an event goes to the admission under the candidate's reference, every other under the enterprise's tax code.
     */
    boolean isAboutCandidate() {
        return about == About.CANDIDATE;
    }
}
