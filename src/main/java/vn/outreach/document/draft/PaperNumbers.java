package vn.outreach.document.draft;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;

/** Numbers as they stand on papers: in which sequence, and how they are written. */
@Component
public class PaperNumbers {

    private final DraftSettings settings;
    private final DraftNumbers numbers;

    PaperNumbers(DraftSettings settings, DraftNumbers numbers) {
        this.settings = settings;
        this.numbers = numbers;
    }

    /**
     * Takes the number of a year's plan, in the transaction that approves it.
     *
     * @param day on which the plan is approved
     * @return the number with its sign: {@code 05-KH/ĐUK}
     * @throws Refusal {@code term-missing} on a day of no term
     */
    public String takeForPlan(LocalDate day) {
        DraftTemplate plan = DraftTemplate.ANNUAL_PLAN;
        return written(plan, numbers.next(sequence(plan, day)));
    }

    /** @throws Refusal {@code term-missing} for a Party paper on a day of no term */
    DraftNumbers.Sequence sequence(DraftTemplate template, LocalDate day) {
        String period = template.issuer().isParty()
                ? settings.termOn(day)
                        .map(DraftSettings.Term::name)
                        .orElseThrow(
                                () -> Refusal.conflict(
                                        "term-missing",
                                        "Chưa khai báo nhiệm kỳ của cấp ủy (outreach.drafts.terms) cho ngày hôm nay nên chưa cấp được số văn bản."))
                : Integer.toString(day.getYear());
        return new DraftNumbers.Sequence(period, template.issuer(), template.kind());
    }

    String written(DraftTemplate template, int number) {
        return template.issuer().written("%02d".formatted(number), template.kind(), sign(template));
    }

    /** Of a paper without a number: dots, to write one on. */
    String toBeWritten(DraftTemplate template) {
        return template.issuer().written("……", template.kind(), sign(template));
    }

    private String sign(DraftTemplate template) {
        return settings.issuers().get(template.issuer()).sign();
    }
}
