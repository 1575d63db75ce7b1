package vn.outreach.document.draft;

import java.util.Arrays;
import java.util.Optional;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.document.paper.PaperType;

/** The papers that the product drafts. The office changes how they look and what they say, not which there are. */
enum DraftTemplate {
    SURVEY_LETTER(
            "cong-van-khao-sat",
            "Công văn đề nghị bố trí ngày khảo sát",
            "CV",
            DraftIssuer.COMMITTEE,
            PaperType.OFFICIAL_LETTER),
    INVITATION("giay-moi", "Giấy mời gặp gỡ chủ doanh nghiệp", "GM", DraftIssuer.COMMITTEE, PaperType.INVITATION),
    WORK_MINUTES("bien-ban-lam-viec", "Biên bản làm việc", "BB", DraftIssuer.COMMITTEE, PaperType.WORK_MINUTES),
    FOUNDING_REQUEST(
            "to-trinh-thanh-lap",
            "Tờ trình thành lập tổ chức đảng",
            "TTr",
            DraftIssuer.BOARD,
            PaperType.FOUNDING_REQUEST),
    FOUNDING_PROJECT(
            "de-an-thanh-lap", "Đề án thành lập tổ chức đảng", "ĐA", DraftIssuer.BOARD, PaperType.FOUNDING_PROJECT),
    FOUNDING_DECISION(
            "quyet-dinh-thanh-lap",
            "Quyết định thành lập tổ chức đảng",
            "QĐ",
            DraftIssuer.COMMITTEE,
            PaperType.FOUNDING_DECISION),
    HAND_OVER_SHEET("phieu-ban-giao", "Phiếu bàn giao", "PBG", DraftIssuer.COMMITTEE, PaperType.HAND_OVER_SHEET),
    ANNUAL_PLAN("ke-hoach-nam", "Kế hoạch năm và bảng phân công", "KH", DraftIssuer.COMMITTEE, null),
    UNION_REQUEST(
            "to-trinh-cong-doan",
            "Tờ trình công nhận công đoàn cơ sở",
            "TTr",
            DraftIssuer.UNION,
            PaperType.RECOGNITION_REQUEST),
    UNION_MINUTES(
            "bien-ban-cong-doan",
            "Biên bản đại hội công đoàn cơ sở",
            "BB",
            DraftIssuer.UNION,
            PaperType.CONGRESS_MINUTES);

    private final String fileName;
    private final String title;
    private final String kind;
    private final DraftIssuer issuer;
    private final PaperType paper;

    DraftTemplate(String name, String title, String kind, DraftIssuer issuer, PaperType paper) {
        this.fileName = name;
        this.title = title;
        this.kind = kind;
        this.issuer = issuer;
        this.paper = paper;
    }

    static Optional<DraftTemplate> find(String name) {
        return Arrays.stream(values())
                .filter(template -> template.fileName.equals(name))
                .findFirst();
    }

    static DraftTemplate require(String name) {
        return find(name)
                .orElseThrow(() -> Refusal.unknown(
                        "template-unknown",
                        "Không có mẫu văn bản “%s”; các mẫu có: %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                Arrays.stream(values())
                                                        .map(DraftTemplate::fileName)
                                                        .toList()))));
    }

    /** Its name in addresses and, with .docx behind it, its file's. */
    String fileName() {
        return fileName;
    }

    String title() {
        return title;
    }

    /** What stands between number and issuer: CV, GM, BB … */
    String kind() {
        return kind;
    }

    DraftIssuer issuer() {
        return issuer;
    }

    /** What it is among an enterprise's papers; null for a paper of no enterprise. */
    PaperType paper() {
        return paper;
    }

    /** A paper of a whole year, of no single enterprise. */
    boolean isOfPlan() {
        return paper == null;
    }
}
