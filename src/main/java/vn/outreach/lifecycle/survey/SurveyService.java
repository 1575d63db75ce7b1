package vn.outreach.lifecycle.survey;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.enterprise.EnterpriseClosing;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.register.ledger.Done;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.security.identity.PersonalData;
import vn.outreach.work.appointment.Appointment;
import vn.outreach.work.appointment.Appointments;

/** The survey of an enterprise: what is planned, what was found, and when trying ends (domain.md §1.2). */
@Service
class SurveyService {

    /** The third refusal, or the third time nobody is reached, pauses the case: no sanction, no pressure. */
    private static final int LAST_TRY = 3;

    private final Ledger ledger;
    private final EnterpriseService register;
    private final EnterpriseClosing closing;
    private final Appointments appointments;

    SurveyService(Ledger ledger, EnterpriseService register, EnterpriseClosing closing, Appointments appointments) {
        this.appointments = appointments;
        this.closing = closing;
        this.ledger = ledger;
        this.register = register;
    }

    void schedule(LedgerEntry step, LocalDate surveyDate, @Nullable LocalTime surveyTime) {
        DateRules.planned(KnownFields.name("surveyDate"), surveyDate, step.today());
        ledger.record(step, Done.DONE);
        appointments.planned(Appointment.Kind.SURVEY, step, new Appointment.When(surveyDate, surveyTime, null));
    }

    void letterSent(LedgerEntry step, Optional<LocalDate> sentOn) {
        sentOn.ifPresent(day -> DateRules.notFuture(KnownFields.name("letterSentOn"), day, step.today()));
        ledger.record(step, Done.DONE, sentOn.orElse(step.today()));
    }

    /** Records a completed survey and brings the register up to date. */
    SurveyNextStep completed(LedgerEntry step, SurveyFigures figures) {
        withConsent(step);
        DateRules.notFuture(KnownFields.name("conductedOn"), figures.conductedOn(), step.today());
        ledger.last(step.processInstanceId(), KnownSteps.SCHEDULE_SURVEY)
                .map(Outcome::occurredOn)
                .ifPresent(planned -> DateRules.notBefore(
                        KnownFields.name("conductedOn"), figures.conductedOn(), planned, "ngày lên lịch khảo sát"));
        register.change(step.requiredTaxCode(), figures.toRegister());
        ledger.record(step, SurveyAnswer.COMPLETED, figures.conductedOn());
        return SurveyNextStep.VERIFY;
    }

    /** Records an attempt without a survey, and says whether it is tried again. */
    SurveyNextStep notMade(LedgerEntry step, SurveyAnswer answer) {
        withConsent(step);
        ledger.record(step, answer);
        if (answer == SurveyAnswer.CLOSED) {
            closing.found(step.requiredTaxCode(), "Khi khảo sát thì doanh nghiệp đã ngừng hoạt động", step.today());
        }
        boolean last = ledger.count(step.processInstanceId(), step.name(), answer.name()) >= LAST_TRY;
        return switch (answer) {
            case REFUSED -> last ? SurveyNextStep.PAUSE : SurveyNextStep.RETRY_REFUSED;
            case UNREACHABLE -> last ? SurveyNextStep.PAUSE : SurveyNextStep.RETRY_UNREACHABLE;
            case CLOSED -> SurveyNextStep.CLOSE;
            case COMPLETED -> throw new IllegalArgumentException("A completed survey has figures");
        };
    }

    private static void withConsent(LedgerEntry step) {
        if (!PersonalData.consented(step.details()).equals(step.details())) {
            throw Refusal.invalid(
                    "consent-missing",
                    PersonalData.OWNERS_MEMBERSHIP,
                    "Chỉ ghi việc chủ doanh nghiệp là đảng viên (%s) khi chủ doanh nghiệp đồng ý cho ghi."
                            .formatted(PersonalData.OWNERS_MEMBERSHIP));
        }
    }

    /**
     * Records what the committees of the members' residence answered: T3 of domain.md §0.4 (NĐ 98/2014/NĐ-CP, điều 4).
     */
    void verifyPostings(LedgerEntry step, int fullMembers, int willing) {
        register.change(
                step.requiredTaxCode(),
                new RegisterChange()
                        .set(EnterpriseField.FULL_MEMBERS, fullMembers)
                        .sentAs(EnterpriseField.FULL_MEMBERS, "fullMembersVerified")
                        .set(EnterpriseField.WILLING_FULL_MEMBERS, willing));
        ledger.record(step, Done.DONE);
    }
}
