package vn.outreach.lifecycle.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.ValueType;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.Change;
import vn.outreach.intake.Finding;
import vn.outreach.intake.IntakeKind;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.Judged;
import vn.outreach.intake.workbook.ListColumns;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.intake.workbook.ValueKind;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.FarFigure;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.Outcome;

/** What rows of a list say of surveys, and what stands against them before anything is written. */
@Component
class SurveyListRows {

    static final String TAX_CODE = "taxCode";
    static final String FORM = "surveyConductSurvey";
    private static final String RESULT = SurveyProcess.SURVEY_RESULT.name();
    private static final String SURVEYED_ON = "surveyedOn";
    private static final String WORKERS = "workers";

    /**
     * The columns and the fields of the form that they answer. What the form asks about persons is none of them: a list
     * goes through more hands than a form.
     */
    static final Map<String, String> VARIABLES = variables();

    static final List<ListField> FIELDS = fields();

    /** What a survey that was made must tell, as its step asks. */
    private static final List<String> REQUIRED = List.of(
            SURVEYED_ON,
            "accessibility",
            "ownerAttitude",
            WORKERS,
            "unionMembers",
            "youthUnionMembers",
            "youthBranches",
            "fullMembers",
            "probationaryMembers");
    /** The figures that go into the register. */
    private static final Map<String, EnterpriseField> FIGURES = Map.of(
            WORKERS,
            EnterpriseField.WORKERS,
            "unionMembers",
            EnterpriseField.UNION_MEMBERS,
            "youthUnionMembers",
            EnterpriseField.YOUTH_UNION_MEMBERS,
            "youthBranches",
            EnterpriseField.YOUTH_BRANCHES,
            "fullMembers",
            EnterpriseField.FULL_MEMBERS,
            "probationaryMembers",
            EnterpriseField.PROBATIONARY_MEMBERS);

    private final EnterpriseService register;

    SurveyListRows(EnterpriseService register) {
        this.register = register;
    }

    private static Map<String, String> variables() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(RESULT, RESULT);
        columns.put(SURVEYED_ON, SurveyProcess.CONDUCTED_ON.name());
        columns.put(SurveyProcess.SURVEY_METHOD.name(), SurveyProcess.SURVEY_METHOD.name());
        columns.put(WORKERS, SurveyProcess.WORKER_COUNT.name());
        for (String same : List.of(
                "femaleWorkers",
                "youngWorkers",
                "localWorkers",
                "migrantWorkers",
                "foreignWorkers",
                "longContractWorkers",
                "leavers",
                "unionMembers",
                "unionRecognisedOn",
                "youthUnionMembers",
                "youthBranches",
                "youthUnionFoundedOn",
                "womenUnionMembers",
                "veterans",
                "fullMembers",
                "probationaryMembers",
                "settledMembers",
                "membersWillingToMove",
                "outstandingCandidates",
                "certificateHolders",
                "applicants",
                "productionStatus",
                "ownerAttitude",
                "accessibility",
                "surveyRound",
                "agreedNextStep",
                "note")) {
            columns.put(same, same);
        }
        return columns;
    }

    private static List<ListField> fields() {
        Map<String, ValueKind> columns = new LinkedHashMap<>();
        columns.put(TAX_CODE, ValueKind.TAX_CODE);
        columns.put("name", ValueKind.TEXT);
        VARIABLES.forEach((column, variable) -> columns.put(column, kind(variable)));
        return ListColumns.of(IntakeKind.SURVEYS.name(), columns);
    }

    private static ValueKind kind(String variable) {
        ValueType<?> type = KnownFields.find(variable).orElse(null);
        if (type instanceof WholeNumber) {
            return ValueKind.NUMBER;
        }
        return type instanceof Day ? ValueKind.DAY : ValueKind.TEXT;
    }

    static String explanation(String column) {
        if (column.equals(TAX_CODE)) {
            return "Doanh nghiệp có việc khảo sát đang mở mà đồng chí giữ.";
        }
        String variable = VARIABLES.get(column);
        if (variable == null) {
            return "Để dễ đọc; không ghi vào hồ sơ.";
        }
        String required = REQUIRED.contains(column) ? " Bắt buộc khi đã khảo sát xong." : "";
        return switch (kind(variable)) {
            case NUMBER -> "Số nguyên." + required;
            case DAY -> "Ngày/tháng/năm đầy đủ." + required;
            default -> {
                String answers =
                        String.join(", ", KnownFields.answers(variable, FORM).keySet());
                yield (answers.isEmpty() ? "Chữ; để trống nếu không có." : "Một trong: " + answers + ".") + required;
            }
        };
    }

    /** The answers of the form that a row gives. */
    static Map<String, Object> answers(IntakeRow row) {
        Map<String, Object> answers = new LinkedHashMap<>();
        VARIABLES.forEach((column, variable) -> {
            Object answer = answer(row, column);
            if (answer != null) {
                answers.put(variable, answer);
            }
        });
        // Who tells when the survey was made has made it.
        answers.putIfAbsent(RESULT, SurveyAnswer.COMPLETED.name());
        return answers;
    }

    private static @Nullable Object answer(IntakeRow row, String column) {
        String text = row.value(column);
        String variable = Objects.requireNonNull(VARIABLES.get(column));
        if (text == null) {
            return null;
        }
        FieldName name = KnownFields.name(variable, FORM);
        Map<String, String> offered = KnownFields.answers(variable, FORM);
        if (!offered.isEmpty()) {
            return code(name, offered, text);
        }
        return kept(KnownFields.find(variable).orElseThrow(), name, text);
    }

    private static <T> @Nullable Object kept(ValueType<T> type, FieldName name, String text) {
        T value = type.read(name, text);
        return value == null ? null : type.kept(value);
    }

    /** The code of what is written as people read it on the form, or of the code itself. */
    private static String code(FieldName name, Map<String, String> offered, String text) {
        String folded = Folding.words(text);
        return offered.entrySet().stream()
                .filter(answer -> Folding.words(answer.getKey()).equals(folded)
                        || Folding.words(answer.getValue()).equals(folded))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> name.choice(String.join(", ", offered.keySet())));
    }

    /**
     * @param enterprise null for one that the register does not have
     * @param notTheirs why the asking person cannot record a survey of it, or null
     * @param last what was recorded of the enterprise's last survey; null where there was none, or one is open
     */
    Judged compare(IntakeRow row, @Nullable Enterprise enterprise, @Nullable String notTheirs, @Nullable Outcome last) {
        String code = row.value(TAX_CODE);
        List<Finding> findings = new ArrayList<>();
        if (code == null) {
            findings.add(row.refused("tax-code-missing", TAX_CODE, "chưa có mã số thuế"));
        } else if (enterprise == null) {
            findings.add(row.refused(
                    "enterprise-unknown",
                    TAX_CODE,
                    "trong sổ không có doanh nghiệp mang mã số thuế %s".formatted(code)));
        }
        Map<String, Object> answers = read(row, findings);
        if (last != null && isRecorded(answers, last)) {
            return Judged.of(row, code, (int) last.id(), findings, List.of());
        }
        if (enterprise != null) {
            if (notTheirs != null) {
                findings.add(row.refused("survey-not-open", null, notTheirs));
            }
            against(row, enterprise, answers, findings);
        }
        return Judged.of(row, code, null, findings, changes(row, enterprise));
    }

    private static Map<String, Object> read(IntakeRow row, List<Finding> findings) {
        Map<String, Object> answers = new LinkedHashMap<>();
        VARIABLES.forEach((column, variable) -> {
            try {
                Object answer = answer(row, column);
                if (answer != null) {
                    answers.put(variable, answer);
                }
            } catch (Refusal refused) {
                findings.add(row.refused(refused, column));
            }
        });
        if (row.value(RESULT) == null) {
            answers.put(RESULT, SurveyAnswer.COMPLETED.name());
        }
        return answers;
    }

    /** Whether the last survey said the same: the list was sent once more. */
    private static boolean isRecorded(Map<String, Object> answers, Outcome last) {
        return last.result().equals(answers.get(RESULT))
                && (!isCompleted(answers)
                        || last.occurredOn().toString().equals(answers.get(SurveyProcess.CONDUCTED_ON.name())));
    }

    private static boolean isCompleted(Map<String, Object> answers) {
        return SurveyAnswer.COMPLETED.name().equals(answers.get(RESULT));
    }

    private void against(IntakeRow row, Enterprise enterprise, Map<String, Object> answers, List<Finding> findings) {
        if (!isCompleted(answers)) {
            return;
        }
        List<String> missing = REQUIRED.stream()
                .filter(column -> row.value(column) == null)
                .map(column -> KnownFields.name(Objects.requireNonNull(VARIABLES.get(column)), FORM)
                        .label())
                .toList();
        if (!missing.isEmpty()) {
            findings.add(row.refused(
                    "field-missing", null, "khảo sát đã xong còn thiếu: %s".formatted(String.join(", ", missing))));
        }
        RegisterChange change = new RegisterChange();
        FIGURES.forEach((column, field) -> {
            if (answers.get(VARIABLES.get(column)) instanceof Integer now) {
                change.set(field, now);
                FarFigure.asked(row, column, field, now, enterprise.value(field))
                        .ifPresent(findings::add);
            }
        });
        change.setIfGiven(
                EnterpriseField.SURVEYED_ON,
                EnterpriseField.SURVEYED_ON.read(
                        KnownFields.name(SurveyProcess.CONDUCTED_ON.name(), FORM),
                        answers.get(SurveyProcess.CONDUCTED_ON.name())));
        try {
            register.check(change, enterprise);
        } catch (Refusal refused) {
            findings.add(row.refused(refused));
        }
    }

    private static List<Change> changes(IntakeRow row, @Nullable Enterprise enterprise) {
        List<Change> changes = new ArrayList<>();
        VARIABLES.forEach((column, variable) -> {
            String text = row.value(column);
            if (text != null) {
                EnterpriseField field = FIGURES.get(column);
                changes.add(new Change(
                        column,
                        KnownFields.name(variable, FORM).label(),
                        enterprise != null && field != null && enterprise.value(field) instanceof Integer before
                                ? WholeNumber.shown(before)
                                : null,
                        kind(variable) == ValueKind.NUMBER
                                ? WholeNumber.shown(Long.parseLong(text))
                                : Day.shown(text)));
            }
        });
        return changes;
    }
}
