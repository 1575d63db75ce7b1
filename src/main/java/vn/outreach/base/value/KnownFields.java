package vn.outreach.base.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every field of forms, messages, the register and the plan, each with its one type and its one set of limits. Labels
 * come from the forms; only what no form asks for has its label here. FormContractTest holds the forms to these limits.
 */
public final class KnownFields {

    private static final int PEOPLE = 1_000_000;
    private static final int TARGET = 100_000;
    private static final int LONG_TEXT = 1000;
    private static final int REASON = 2000;
    private static final int CODE = 64;

    private static final Map<String, ValueType<?>> TYPES = new HashMap<>();
    private static final Map<String, String> LABELS = new HashMap<>();
    private static final FormLabels FORMS = FormLabels.read();

    static {
        add(
                new Day(),
                "announcedOn",
                "ceremonyDate",
                "conductedOn",
                "congressDate",
                "decisionDate",
                "decisionReceivedOn",
                "firstMeetingOn",
                "handedOverOn",
                "meetingDate",
                "metOn",
                "occurredOn",
                "submittedOn",
                "surveyDate",
                "unionRecognisedOn",
                "verifiedOn",
                "voteDate",
                "youthUnionFoundedOn");
        add(
                new Day(),
                Map.of(
                        "closedOn",
                        "Ngày ngừng hoạt động",
                        "letterSentOn",
                        "Ngày gửi công văn",
                        "probationEndsOn",
                        "Ngày hết thời gian dự bị",
                        "surveyedOn",
                        "Ngày khảo sát",
                        "ownerAgreedOn",
                        "Ngày chủ doanh nghiệp đồng ý",
                        "cellFoundedOn",
                        "Ngày công bố chi bộ"));

        add(
                new WholeNumber(0, PEOPLE),
                "applicants",
                "certificateHolders",
                "femaleWorkers",
                "foreignWorkers",
                "fullMembers",
                "fullMembersVerified",
                "leavers",
                "localWorkers",
                "longContractWorkers",
                "membersWillingToMove",
                "migrantWorkers",
                "outstandingCandidates",
                "postedAtResidence",
                "postedInMobileCell",
                "postedInOtherCell",
                "postingUnknown",
                "probationaryMembers",
                "settledMembers",
                "signedApplications",
                "transferredMembers",
                "unionMembers",
                "veterans",
                "willingFullMembers",
                "womenUnionMembers",
                "workerCount",
                "youngWorkers",
                "youthUnionMembers");
        add(new WholeNumber(0, PEOPLE), Map.of("workers", "Số lao động"));
        add(
                new WholeNumber(0, TARGET),
                "delegateCount",
                "targetAdmissions",
                "targetCells",
                "targetMeetings",
                "targetSurveys",
                "targetUnions");
        add(new WholeNumber(0, 1000), "admissionTarget", "yesVotes", "youthBranches");
        add(new WholeNumber(0, 200), "bodyYes");
        add(new WholeNumber(0, 100), "lowerSecondaryShare");
        add(new WholeNumber(1, 1000), "foundingBoardSize", "youthBoardSize");
        add(new WholeNumber(1, 200), "bodyMembers");
        add(new WholeNumber(1, 100), "committeeSize");
        add(new WholeNumber(1, 9), "priority");
        add(new WholeNumber(1, 4), "shifts");
        add(new WholeNumber(3, 1000), "eligibleVoters");
        add(new WholeNumber(12, 720), "introducerMonths");
        add(new WholeNumber(15, 80), "averageAge");
        add(WholeNumber.year(Day.FIRST_YEAR, Day.LAST_YEAR), "foundingYear");
        add(WholeNumber.year(2016, Day.LAST_YEAR), "planYear");
        add(
                new WholeNumber(0, Integer.MAX_VALUE),
                Map.of(
                        "amendmentId",
                        "Đề nghị điều chỉnh số",
                        "admittedInPlanYear",
                        "Đã kết nạp trong năm",
                        "attempt",
                        "Lần gặp thứ",
                        "collectionRounds",
                        "Số lần vận động",
                        "planRowCount",
                        "Số doanh nghiệp trong kế hoạch",
                        "unionRejections",
                        "Số lần không được công nhận"));

        add(
                new YesNo(),
                "abroad",
                "confirmed",
                "congressValid",
                "consentGiven",
                "fileComplete",
                "foundingBoardFormed",
                "handOver",
                "legalPerson",
                "meetingValid",
                "opinionsComplete",
                "ownerConsentGiven",
                "ownerIsPartyMember",
                "planClosed",
                "reportReady",
                "resume",
                "stillFeasible",
                "youthBoardFormed");
        add(
                new YesNo(),
                Map.of(
                        "materialsChosen",
                        "Đã chọn tài liệu",
                        "rowsLeft",
                        "Còn doanh nghiệp trong kế hoạch",
                        "votePassed",
                        "Chi bộ biểu quyết đạt",
                        "yearOver",
                        "Năm kế hoạch đã hết"));

        add(Choice.of("DOMESTIC", "FDI", "MIXED"), "ownership");
        add(Choice.of("vi", "en", "ko", "zh", "ja"), "ownerLanguage");
        add(Choice.of("STABLE", "EXPANDING", "REDUCED", "SUSPENDED", "CLOSING"), "productionStatus");
        add(Choice.of("VISIT", "PHONE", "PAPER"), "surveyMethod");
        add(new CodeList(50), "materials", "obstacles");

        add(new TimeOfDay(), "meetingTime", "surveyTime");
        add(new CandidateReference(), "candidateRef");
        add(Text.line(20), "contactPhone", "hostCell");
        add(Text.line(40), "eventType");
        add(Text.line(50), "representativeNationality", "surveyRound");
        add(Text.line(CODE), "responsibleMember");
        add(
                Text.line(100),
                "contactPerson",
                "contactPost",
                "legalForm",
                "legalRepresentative",
                "sector",
                "unionChair",
                "zone");
        add(new DocumentNumber(100), "decisionNumber");
        add(new DocumentNumber(100), Map.of("letterNumber", "Số công văn"));
        add(
                Text.line(200),
                "agreedNextStep",
                "attachments",
                "massMeetingPlace",
                "meetingPlace",
                "parentPartyBody",
                "products",
                "superiorUnion",
                "surveyors");
        add(Text.line(255), "address", "parentCompany");
        add(Text.line(255), Map.of("name", "Tên doanh nghiệp", "priorityReason", "Căn cứ ưu tiên"));
        add(Text.line(300), "delegation");
        add(Text.lines(300), "foreseenChanges");
        add(Text.lines(REASON), "reason");
        add(Text.lines(LONG_TEXT), "conditions", "note");
        add(Text.lines(REASON), Map.of("closedReason", "Lý do ngừng hoạt động"));
        add(Text.line(LONG_TEXT), Map.of("closingReason", "Lý do không chuyển sang năm sau"));
        add(new TaxCodeReference(), "enterpriseCode", "toEnterpriseCode");
        add(
                Text.line(CODE),
                Map.of(
                        "actRuleVersion",
                        "Quy định áp dụng cho bước này",
                        "dossierExpiresOn",
                        "Hồ sơ có giá trị đến",
                        "introducerPairRequired",
                        "Người giới thiệu phải có",
                        "probationEndsAt",
                        "Hết thời gian dự bị lúc",
                        "reportPeriod",
                        "Kỳ báo cáo",
                        "ruleVersion",
                        "Phiên bản quy định",
                        "skippedPhase",
                        "Giai đoạn bỏ qua"));
    }

    private KnownFields() {}

    /** The type of the field; empty for one that is not known here. */
    public static Optional<ValueType<?>> find(String field) {
        return Optional.ofNullable(TYPES.get(field));
    }

    /**
     * The type of the field, as the caller reads it.
     *
     * @throws IllegalArgumentException for a field that is not known, or known as another kind: a mistake of ours
     */
    public static <T extends ValueType<?>> T type(String field, Class<T> kind) {
        ValueType<?> type = TYPES.get(field);
        if (!kind.isInstance(type)) {
            throw new IllegalArgumentException("The field " + field + " is no " + kind.getSimpleName() + ": " + type);
        }
        return kind.cast(type);
    }

    /** Whether some form offers an answer that sends this: a code, and nothing that anybody wrote. */
    public static boolean isOffered(String code) {
        return FORMS.isOffered(code);
    }

    /** What a field of a form may be answered: the codes by what people read, in the form's order. */
    public static Map<String, String> answers(String field, String form) {
        return FORMS.answers(form, field);
    }

    public static Set<String> names() {
        return Set.copyOf(TYPES.keySet());
    }

    /** What people call the field, wherever it stands. */
    public static FieldName name(String field) {
        return name(field, "");
    }

    /** What people call the field, on the form named where that form has it. */
    public static FieldName name(String field, String form) {
        String label = LABELS.getOrDefault(field, field);
        return new FieldName(field, FORMS.of(form, field).orElse(label));
    }

    private static void add(ValueType<?> type, String... fields) {
        for (String field : fields) {
            if (TYPES.put(field, type) != null) {
                throw new IllegalStateException(field + " has two types");
            }
        }
    }

    /** Fields that no form asks for, with their labels. */
    private static void add(ValueType<?> type, Map<String, String> labels) {
        add(type, labels.keySet().toArray(String[]::new));
        LABELS.putAll(labels);
    }
}
