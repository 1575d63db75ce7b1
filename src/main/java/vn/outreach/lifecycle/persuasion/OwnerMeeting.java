package vn.outreach.lifecycle.persuasion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.KnownFields;
import vn.outreach.register.ledger.DateRules;

/** One meeting with the owner as it was reported, judged here before it reaches the register. */
record OwnerMeeting(
        PersuasionOutcome outcome, Optional<LocalDate> metOn, Optional<String> conditions, List<Obstacle> obstacles) {

    /** @throws Refusal for a missing or impossible day, or an agreement whose conditions nobody wrote down */
    void check(LocalDate today, @Nullable LocalDate preparedOn) {
        if (outcome != PersuasionOutcome.UNREACHABLE && metOn.isEmpty()) {
            throw Refusal.invalid("field-missing", "metOn", "Thiếu “Ngày gặp”.");
        }
        metOn.ifPresent(day -> {
            DateRules.notFuture(KnownFields.name("metOn"), day, today);
            DateRules.notBefore(KnownFields.name("metOn"), day, preparedOn, "ngày chuẩn bị cuộc gặp");
        });
        if (outcome == PersuasionOutcome.AGREED_WITH_CONDITIONS && conditions.isEmpty()) {
            throw Refusal.invalid(
                    "field-missing",
                    "conditions",
                    "Thiếu “Điều kiện của chủ doanh nghiệp”: đồng ý có điều kiện thì phải ghi điều kiện.");
        }
    }

    /** The day of the meeting; the day of the report where there was none. */
    LocalDate day(LocalDate today) {
        return outcome == PersuasionOutcome.UNREACHABLE ? today : metOn.orElse(today);
    }
}
