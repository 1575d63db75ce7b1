package vn.outreach.lifecycle.survey;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.intake.IntakeKind;
import vn.outreach.intake.IntakeList;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.IntakeTarget;
import vn.outreach.intake.Judged;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.process.VisibleTasks;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PeopleNames;
import vn.outreach.work.deputy.Deputies;

/**
 * Lists of what surveys found: each row completes the enterprise's open survey as the person who sent it, with all that
 * is asked of a survey that is recorded by hand.
 */
@Component
class SurveyList implements IntakeTarget {

    private final VisibleTasks tasks;
    private final Enterprises enterprises;
    private final Ledger ledger;
    private final SurveyListRows rows;
    private final Deputies deputies;
    private final PeopleNames people;
    private final CurrentUserProvider asking;

    SurveyList(
            VisibleTasks tasks,
            Enterprises enterprises,
            Ledger ledger,
            SurveyListRows rows,
            Deputies deputies,
            PeopleNames people,
            CurrentUserProvider asking) {
        this.deputies = deputies;
        this.people = people;
        this.asking = asking;
        this.tasks = tasks;
        this.enterprises = enterprises;
        this.ledger = ledger;
        this.rows = rows;
    }

    @Override
    public IntakeKind kind() {
        return IntakeKind.SURVEYS;
    }

    @Override
    public boolean isActs() {
        return true;
    }

    @Override
    public List<ListField> fields() {
        return SurveyListRows.FIELDS;
    }

    @Override
    public String explanation(String field) {
        return SurveyListRows.explanation(field);
    }

    @Override
    public Map<String, String> names(Collection<String> taxCodes) {
        return enterprises.find(taxCodes).values().stream()
                .collect(Collectors.toMap(Enterprise::taxCode, Enterprise::name));
    }

    @Override
    public Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        SurveyListRows.VARIABLES.forEach((column, variable) -> {
            List<String> answers = List.copyOf(
                    KnownFields.answers(variable, SurveyListRows.FORM).keySet());
            if (!answers.isEmpty()) {
                choices.put(column, answers);
            }
        });
        return choices;
    }

    @Override
    public void mustWrite(CurrentUser person) {
        if (!person.worksOn(ProcessKeys.SURVEY)) {
            throw Refusal.forbidden("wrong-person", "Chỉ đơn vị khảo sát doanh nghiệp được nạp kết quả khảo sát.");
        }
    }

    @Override
    public void mustTake(IntakeList list) {
        // Whether a survey is open is asked of each row.
    }

    @Override
    public List<Judged> compare(IntakeList list, List<IntakeRow> some) {
        List<String> codes = some.stream()
                .map(row -> row.value(SurveyListRows.TAX_CODE))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Enterprise> known = enterprises.find(codes);
        Map<String, VisibleTasks.Open> open = open(codes);
        List<String> done =
                codes.stream().filter(code -> !open.containsKey(code)).toList();
        Map<String, Outcome> last = done.isEmpty()
                ? Map.of()
                : ledger.lastOfEnterprises(done, SurveyProcess.KEY, KnownSteps.CONDUCT_SURVEY);
        return some.stream()
                .map(row -> {
                    String code = row.value(SurveyListRows.TAX_CODE);
                    return rows.compare(row, known.get(code), notTheirs(open.get(code)), last.get(code));
                })
                .toList();
    }

    /** The open surveys of these enterprises, by their tax codes, as far as the asking person may see them. */
    private Map<String, VisibleTasks.Open> open(Collection<String> codes) {
        return tasks.of(SurveyProcess.KEY, KnownSteps.CONDUCT_SURVEY, codes);
    }

    private @Nullable String notTheirs(VisibleTasks.@Nullable Open task) {
        if (task == null) {
            return "không có việc khảo sát nào của doanh nghiệp này đang mở với đồng chí";
        }
        String holder = task.holder();
        String person = asking.current().id();
        return holder == null || holder.equals(person) || deputies.standsFor(person, holder)
                ? null
                : "việc khảo sát đang do %s giữ".formatted(people.of(holder));
    }

    /** A survey that somebody else recorded meanwhile leaves the row as it is shown then: the same, or refused. */
    @Override
    public List<Written> write(IntakeList list, List<IntakeRow> some, CurrentUser person) {
        return some.stream().map(row -> write(list, row)).toList();
    }

    private Written write(IntakeList list, IntakeRow row) {
        String code = Objects.requireNonNull(row.value(SurveyListRows.TAX_CODE));
        VisibleTasks.Open task = open(List.of(code)).get(code);
        if (task == null) {
            return new Written(row.number(), compare(list, List.of(row)).get(0), null, null);
        }
        tasks.complete(task, SurveyListRows.answers(row));
        return new Written(row.number(), Judged.of(row, code, null, List.of(), List.of()), null, null);
    }

    @Override
    public @Nullable String takeBack(IntakeList list, Taken row, CurrentUser person) {
        throw new IllegalStateException("What was done is not taken back");
    }
}
