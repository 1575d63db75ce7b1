package vn.outreach.register.contact;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.text.PrivateDetails;
import vn.outreach.base.value.FieldName;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.web.Body;

/** What a person says of a contact, read from JSON and checked by itself. */
record ContactDetails(
        LocalDate day,
        ContactKind kind,
        String withWhom,
        String said,
        @Nullable String nextStep,
        @Nullable LocalDate nextDay,
        @Nullable Integer readiness) {

    static final Set<String> FIELDS = Set.of("day", "kind", "withWhom", "said", "nextStep", "nextDay", "readiness");
    private static final int LONGEST_OFFICE = 60;
    private static final int LONGEST_SAID = 300;
    private static final int LONGEST_STEP = 200;
    private static final String DAY = "Ngày liên hệ";
    private static final String NEXT_DAY = "Ngày của bước tiếp theo";

    static ContactDetails of(Body body, LocalDate today) {
        LocalDate day = body.required("day", DAY, body.date("day", DAY));
        DateRules.notFuture(new FieldName("day", DAY), day, today);
        LocalDate nextDay = body.date("nextDay", NEXT_DAY);
        DateRules.notBefore(new FieldName("nextDay", NEXT_DAY), nextDay, day, "ngày liên hệ");
        DateRules.notTooFar(new FieldName("nextDay", NEXT_DAY), nextDay, today);
        ContactDetails details = new ContactDetails(
                day,
                body.required("kind", "Hình thức liên hệ", body.choice("kind", "Hình thức liên hệ", ContactKind.class)),
                office(body),
                body.required("said", "Nội dung trao đổi", line(body, "said", "Nội dung trao đổi", LONGEST_SAID)),
                line(body, "nextStep", "Bước tiếp theo", LONGEST_STEP),
                nextDay,
                body.whole("readiness", "Mức độ sẵn sàng", OwnerReadiness.LOWEST, OwnerReadiness.HIGHEST));
        details.refuseHalfAPlan();
        return details;
    }

    private static String office(Body body) {
        String office = body.required("withWhom", "Đã gặp ai", line(body, "withWhom", "Đã gặp ai", LONGEST_OFFICE));
        if (PrivateDetails.isInShortName(office)) {
            throw Refusal.invalid(
                    "private-detail",
                    "withWhom",
                    "“Đã gặp ai” chỉ ghi chức danh hoặc bộ phận, ví dụ “giám đốc”,"
                            + " “phòng nhân sự”; không ghi số điện thoại, thư điện tử.");
        }
        return office;
    }

    /** Text on one line, whatever it was pasted from. */
    private static @Nullable String line(Body body, String name, String label, int maxLength) {
        return Folding.line(body.lines(name, label, maxLength));
    }

    /** A step without a day is forgotten, a day without a step says nothing. */
    private void refuseHalfAPlan() {
        if (nextStep != null && nextDay == null) {
            throw Refusal.invalid("field-missing", "nextDay", "Bước tiếp theo phải có ngày thực hiện.");
        }
        if (nextStep == null && nextDay != null) {
            throw Refusal.invalid(
                    "field-missing", "nextStep", "Đã chọn ngày của bước tiếp theo thì phải ghi việc sẽ làm.");
        }
    }
}
