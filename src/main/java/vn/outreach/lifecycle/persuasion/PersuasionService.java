package vn.outreach.lifecycle.persuasion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.register.ledger.YesNo;
import vn.outreach.register.material.Material;
import vn.outreach.register.material.Materials;
import vn.outreach.work.appointment.Appointment;
import vn.outreach.work.appointment.Appointments;

/**
 * Persuading an owner: papers, meetings and what they said. A refusal has no sanction (Chỉ thị 33-CT/TW; domain.md §2).
 */
@Service
class PersuasionService {

    private final Ledger ledger;
    private final Enterprises enterprises;
    private final EnterpriseService register;
    private final Materials materials;
    private final Appointments appointments;

    PersuasionService(
            Ledger ledger,
            Enterprises enterprises,
            EnterpriseService register,
            Materials materials,
            Appointments appointments) {
        this.appointments = appointments;
        this.ledger = ledger;
        this.enterprises = enterprises;
        this.register = register;
        this.materials = materials;
    }

    /** Keeps which papers the owner gets, each with its language and edition: editions change, the record does not. */
    void materialsChosen(LedgerEntry step, List<String> codes) {
        if (codes.isEmpty()) {
            throw Refusal.invalid("field-missing", "materials", "Thiếu “Tài liệu”: chọn ít nhất một.");
        }
        List<Material> papers = materials.require(
                codes, enterprises.require(step.requiredTaxCode()).ownerLanguage());
        ledger.record(
                step.with("materials", codes)
                        .with(
                                "papers",
                                papers.stream().map(PersuasionService::paper).toList()),
                Done.DONE);
    }

    void meetingPrepared(LedgerEntry step, Appointment.When meeting) {
        DateRules.planned(KnownFields.name("meetingDate"), meeting.day(), step.today());
        ledger.record(step, Done.DONE);
        appointments.planned(Appointment.Kind.OWNER_MEETING, step, meeting);
    }

    /**
     * Records what the owner said; an agreement to union and Party body reaches the register.
     *
     * @return which meeting it was since the start or the steering board's last resumption
     */
    int ownerMet(LedgerEntry step, OwnerMeeting meeting) {
        LocalDate preparedOn = ledger.last(step.processInstanceId(), KnownSteps.PREPARE_MEETING)
                .map(Outcome::occurredOn)
                .orElse(null);
        meeting.check(step.today(), preparedOn);
        if (meeting.outcome().isAgreement()) {
            register.change(
                    step.requiredTaxCode(),
                    new RegisterChange()
                            .set(EnterpriseField.OWNER_AGREED_ON, meeting.day(step.today()))
                            .sentAs(EnterpriseField.OWNER_AGREED_ON, "metOn"));
        }
        ledger.record(
                step.with(
                        "obstacles",
                        meeting.obstacles().stream().map(Enum::name).toList()),
                meeting.outcome(),
                meeting.day(step.today()));
        long resumed = ledger.last(step.processInstanceId(), PersuasionProcess.REVIEW_PAUSED)
                .map(Outcome::id)
                .orElse(0L);
        return ledger.countAfter(step.processInstanceId(), step.name(), resumed);
    }

    /** Records whether the steering board goes on; a change of person happens in the register, as it would by hand. */
    void pauseReviewed(LedgerEntry step, boolean resume, Optional<String> newMember) {
        if (resume) {
            newMember.ifPresent(member -> register.changeResponsibleMember(step.requiredTaxCode(), member));
        }
        ledger.record(step, YesNo.of(resume));
    }

    private static Map<String, String> paper(Material material) {
        return Map.of("code", material.code(), "language", material.language(), "edition", material.edition());
    }
}
