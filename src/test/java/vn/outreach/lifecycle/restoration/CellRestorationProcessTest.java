package vn.outreach.lifecycle.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.testing.PhaseTest;

/** Every path of processes/cellRestoration.bpmn, and everything a person or system can send wrong on the way. */
class CellRestorationProcessTest extends PhaseTest {

    private static final LocalDate FOUNDED = LocalDate.of(2025, 6, 2);

    CellRestorationProcessTest() {
        super(RestorationProcess.KEY, "restoration");
    }

    @Test
    void membersAreAdded_andTheCellStays() {
        cellBelowMinimum("fullMembers", 2);
        assertThat(register(code, "full_members")).isEqualTo(2);
        restore("MEMBERS_ADDED");

        assertThat(steps()).containsExactly("restoreCell=MEMBERS_ADDED", "end=MEMBERS_ADDED");
        assertThat(row(code, "restoreCell"))
                .containsEntry("recorded_by", "organisation")
                .containsEntry("plan_year", TODAY.getYear())
                .containsEntry("rule_version", "QD208_2026");
        assertThat(register(code, "cell_founded_on")).isEqualTo(Date.valueOf(FOUNDED));
        assertEnded("MEMBERS_ADDED");
    }

    @ParameterizedTest
    @EnumSource(value = Restoration.class, names = {"MERGED", "DISSOLVED"})
    void aCellThatIsMergedOrDissolvedIsNoneOfTheEnterprisesOwn(Restoration restoration) {
        cellBelowMinimum("fullMembers", 0L);
        assertThat(register(code, "stage")).isEqualTo("CELL_FOUNDED");
        restore(restoration.name());

        assertThat(steps()).containsExactly("restoreCell=" + restoration, "end=" + restoration);
        assertThat(register(code, "cell_founded_on")).isNull();
        assertThat(register(code, "stage")).isEqualTo("REGISTERED");
        assertEnded(restoration.name());
    }

    @Test
    void theOrganisationBoardHasThirtyWorkingDays() {
        at(LocalDate.of(2026, 10, 5));
        cellBelowMinimum("fullMembers", 1.0);
        assertThat(task(code, "restoreCell").getAssignee()).isNull();
        assertThat(told(code)).contains("task-offered:organisation", "task-offered:organisation2");
        assertThat(due("restoreCell")).isEqualTo("2026-11-16T17:00");
        assertThat(runtime.getVariables(phase.getId())).containsEntry("fullMembers", 1).containsEntry("enterpriseCode", code);

        forbidden(() -> complete("officer1", code, "restoreCell", "restoration", "MERGED"));
        assertThat(openSteps()).containsExactly("restoreCell");
    }

    @Test
    void aCellThatIsBeingRestoredIsNotRestoredTwice() {
        cellBelowMinimum("fullMembers", 2);
        Refusal refusal = refusedUnchanged(() -> message("outreach.cellBelowMinimum", code, "fullMembers", 1));
        assertThat(refusal.code()).isEqualTo("case-running");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(register(code, "full_members")).isEqualTo(2);

        restore("MEMBERS_ADDED");
        message("outreach.cellBelowMinimum", code, "fullMembers", 1);
        assertThat(openSteps()).containsExactly("restoreCell");
    }

    @ParameterizedTest
    @CsvSource({"3, field-range", "hai, field-type", "-1, field-range", "1.5, field-type", "'', field-missing"})
    void theNumberLeftIsAWholeNumberBelowThree(String left, String reason) {
        code = withCell();
        refusedField("fullMembers", reason, () -> message("outreach.cellBelowMinimum", code, "fullMembers", left));
        assertThat(register(code, "full_members")).isEqualTo(3);
    }

    @Test
    void theMessageSaysHowManyAreLeft() {
        code = withCell();
        refusedField("fullMembers", "field-missing", () -> message("outreach.cellBelowMinimum", code));
    }

    @Test
    void anEnterpriseWithoutACellOrOutsideTheRegisterIsRefused() {
        code = enterprise();
        refusedField("enterpriseCode", "cell-missing", () -> message("outreach.cellBelowMinimum", code, "fullMembers", 1));
        code = newTaxCode();
        refusedField("enterpriseCode", "enterprise-unknown", () -> message("outreach.cellBelowMinimum", code, "fullMembers", 1));
    }

    @Test
    void aMessageForNobodyIsRefused() {
        code = withCell();
        refusedField("businessKey", "field-missing", () -> as("integration", () -> {
            runtime.createMessageCorrelation("outreach.cellBelowMinimum").setVariable("fullMembers", 1).correlate();
        }));
        refusedField("businessKey", "field-range", () -> message(
                "outreach.cellBelowMinimum", code, "fullMembers", 1, "enterpriseCode", withCell()));
        assertThatThrownBy(() -> message("outreach.cellVanished", code)).hasMessageContaining("Không có hồ sơ nào đang chờ");
    }

    @ParameterizedTest
    @CsvSource({"SOLD, field-choice", "'', field-missing"})
    void whatWasDoneIsOneOfThree(String restoration, String reason) {
        cellBelowMinimum("fullMembers", 2);
        refusedField("restoration", reason, () -> restore(restoration));
        refusedField("restoration", "field-missing", () -> complete("organisation", code, "restoreCell"));
    }

    private String withCell() {
        return enterprise("cell_founded_on", FOUNDED, "full_members", 3);
    }

    private void cellBelowMinimum(Object... payload) {
        code = withCell();
        message("outreach.cellBelowMinimum", code, payload);
        phase = runtime.createProcessInstanceQuery()
                .processDefinitionKey(RestorationProcess.KEY)
                .processInstanceBusinessKey(code)
                .singleResult();
    }

    private void restore(String restoration) {
        complete("organisation", code, "restoreCell", pairs(Map.of("restoration", restoration)));
    }
}
