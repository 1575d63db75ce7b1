package vn.outreach.register.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.security.identity.AdmissionVisibility;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.PersonalData;

/**
 * What recorded steps say to those who come after them: notes, places, delegations, numbers of decisions, agreed days
 * and votes, in the words of their forms. Every page that shows it asks here, so that all show the same to the same
 * reader.
 */
@Repository
public class EarlierSteps {

    /** What one step says to the next. The rest of a record is a figure of the register or the result itself. */
    static final Set<String> FIELDS = Set.of(
            "note",
            "reason",
            "conditions",
            "agreedNextStep",
            "foreseenChanges",
            "attachments",
            "meetingPlace",
            "delegation",
            "massMeetingPlace",
            "parentPartyBody",
            "superiorUnion",
            "contactPerson",
            "contactPost",
            "contactPhone",
            "decisionNumber",
            "decisionDate",
            "decisionReceivedOn",
            "letterNumber",
            "letterSentOn",
            "surveyDate",
            "meetingDate",
            "firstMeetingOn",
            "fullMembersVerified",
            "willingFullMembers",
            "transferredMembers",
            "signedApplications",
            "foundingBoardSize",
            "youthBoardSize",
            "delegateCount",
            "committeeSize",
            "introducerMonths",
            "eligibleVoters",
            "yesVotes",
            "bodyMembers",
            "bodyYes");

    /** A form that asks for a reason names its own; a correction or an extension has no form. */
    private static final String REASON = "reason";

    private static final String ADMISSION = ProcessKeys.MEMBER_ADMISSION;
    private static final String REPORT = ProcessKeys.CASE_EVENT;
    /**
     * An event is reported in a process of its own; of enterprises only, as an admission's rows all have their
     * candidate.
     */
    private static final String BEFORE = """
            corrects is null and (case_id = :case and (candidate_ref is null or process_instance_id = :process)
                or phase = '%s' and candidate_ref is null
                and tax_code = (select max(tax_code) from outcome other where other.case_id = :case and other.candidate_ref is null)
                and id > (select min(id) from outcome other where other.case_id = :case))""".formatted(REPORT);
    /** Enough for a look back above a form; the timeline has all. */
    private static final int MOST = 12;

    private final JdbcClient jdbc;
    private final OutcomeRows rows;
    private final PersonalData personalData;

    EarlierSteps(JdbcClient jdbc, OutcomeRows rows, PersonalData personalData) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.personalData = personalData;
    }

    /** @param day whether the value is a day, written as in ISO 8601; other values are texts and whole numbers */
    public record Said(String field, String label, Object value, boolean day) {}

    /** A recorded step with what it says to this reader; {@code said} may be empty. */
    public record Recorded(Outcome outcome, List<Said> said) {}

    /** Everything that was recorded of an enterprise and this reader may see, the newest first. */
    public List<Recorded> ofEnterprise(String taxCode, CurrentUser reader) {
        return read("tax_code = :taxCode", Map.of("taxCode", taxCode), reader);
    }

    /**
     * What the steps before a task of this process left, each with its newest record, the newest first: those of the
     * process itself with their results, those of the case's other processes and what was reported of its enterprise
     * meanwhile only where they say something. Of admissions only the process's own.
     */
    public List<Recorded> before(String caseId, String processInstanceId, CurrentUser reader) {
        List<Recorded> left = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Recorded recorded : read(BEFORE, Map.of("case", caseId, "process", processInstanceId), reader)) {
            Outcome row = recorded.outcome();
            boolean tells = !recorded.said().isEmpty()
                    || row.processInstanceId().equals(processInstanceId)
                            && !Done.DONE.name().equals(row.result());
            boolean newest = row.phase().equals(REPORT) || seen.add(row.phase() + "." + row.step());
            if (newest && tells && left.size() < MOST) {
                left.add(recorded);
            }
        }
        return left;
    }

    private List<Recorded> read(String condition, Map<String, Object> values, CurrentUser reader) {
        AdmissionVisibility visibility = reader.admissions();
        return jdbc
                .sql("select " + OutcomeRows.COLUMNS + " from outcome where " + condition
                        + visibility.withoutThoseOfOtherCells("tax_code", "outcome.candidate_ref")
                        + " order by id desc")
                .params(values)
                .params(visibility.parameters())
                .query(rows)
                .list()
                .stream()
                .filter(row -> row.candidateRef() == null && !ADMISSION.equals(row.phase())
                        || visibility.covers(row.taxCode()))
                .map(row -> new Recorded(row, said(row, reader)))
                .toList();
    }

    private List<Said> said(Outcome row, CurrentUser reader) {
        String form = row.phase()
                + Character.toUpperCase(row.step().charAt(0))
                + row.step().substring(1);
        return personalData.readable(row.phase(), row.details(), reader).entrySet().stream()
                .filter(detail -> FIELDS.contains(detail.getKey()))
                .map(detail -> said(form, detail))
                .toList();
    }

    private static Said said(String form, Map.Entry<String, Object> detail) {
        String field = detail.getKey();
        String label =
                field.equals(REASON) ? "Lý do" : KnownFields.name(field, form).label();
        return new Said(
                field,
                label,
                detail.getValue(),
                KnownFields.find(field).filter(Day.class::isInstance).isPresent());
    }
}
