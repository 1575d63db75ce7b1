package vn.outreach.register.candidate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.Month;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.web.Body;

/** Reads what is sent about a candidate. Before consent only the name and how to reach the person are accepted. */
final class CandidateBody {

    private static final Set<String> WITHOUT_CONSENT = Set.of("name", "contact");
    private static final List<String> WITH_CONSENT = List.of(
            "birthMonth",
            "schooling",
            "certificateDate",
            "citizen",
            "isOwner",
            "readmission",
            "inYouthUnion",
            "inUnion");
    private static final Set<String> FIELDS = new TreeSet<>(WITH_CONSENT);

    static {
        FIELDS.addAll(WITHOUT_CONSENT);
    }

    private final Body body;
    private final LocalDate today;

    private CandidateBody(Body body, LocalDate today) {
        this.body = body;
        this.today = today;
    }

    /** The candidate with the fields sent; fields that were not sent stay as they are, null clears. */
    static Candidate change(Candidate before, Map<String, ?> json, LocalDate today) {
        CandidateBody sent = new CandidateBody(Body.of(json, FIELDS), today);
        if (before.consentGivenOn() == null) {
            sent.refuseWhatNeedsConsent(json);
        }
        return sent.over(before);
    }

    private void refuseWhatNeedsConsent(Map<String, ?> json) {
        WITH_CONSENT.stream()
                .filter(field -> json.get(field) != null)
                .findFirst()
                .ifPresent(field -> {
                    throw Refusal.invalid(
                            "consent-missing",
                            field,
                            "Chưa có sự đồng ý của người được giới thiệu: chỉ được ghi họ tên và cách liên hệ.");
                });
    }

    private Candidate over(Candidate before) {
        return new Candidate(
                before.candidateRef(),
                before.enterpriseCode(),
                sent("name", before.name(), () -> body.text("name", "Họ và tên", 255)),
                sent("contact", before.contact(), () -> body.text("contact", "Cách liên hệ", 255)),
                sent("birthMonth", before.birthMonth(), this::birthMonth),
                sent(
                        "schooling",
                        before.schooling(),
                        () -> body.choice("schooling", "Trình độ học vấn", Schooling.class)),
                sent("certificateDate", before.certificateDate(), this::certificateDate),
                flag("citizen", "Là công dân Việt Nam", before.citizen()),
                flag("isOwner", "Là chủ doanh nghiệp", before.isOwner()),
                flag("readmission", "Kết nạp lại", before.readmission()),
                flag("inYouthUnion", "Là đoàn viên thanh niên", before.inYouthUnion()),
                flag("inUnion", "Là đoàn viên công đoàn", before.inUnion()),
                before.consentGivenOn(),
                before.fileOpenedOn(),
                before.restrictedSince(),
                before.restrictedReason());
    }

    private @Nullable Boolean flag(String name, String label, @Nullable Boolean before) {
        return sent(name, before, () -> body.flag(name, label));
    }

    private <T> @Nullable T sent(String name, @Nullable T before, Supplier<T> value) {
        return body.has(name) ? value.get() : before;
    }

    private @Nullable LocalDate certificateDate() {
        LocalDate date = body.date("certificateDate", "Ngày cấp giấy chứng nhận");
        DateRules.notFuture(new FieldName("certificateDate", "Ngày cấp giấy chứng nhận"), date, today);
        return date;
    }

    private @Nullable YearMonth birthMonth() {
        YearMonth month = body.read("birthMonth", "Tháng sinh", new Month());
        if (month != null && month.isAfter(YearMonth.from(today))) {
            throw new FieldName("birthMonth", "Tháng sinh").range("phải từ năm 1900 đến nay");
        }
        return month;
    }
}
