package vn.outreach.document.paper;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.process.StepRequirement;
import vn.outreach.register.candidate.CandidatePaperType;
import vn.outreach.register.candidate.CandidatePapers;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.LedgerEntry;

/**
 * Papers without which a step is not recorded, as {@code outreach.papers.required} says. A paper counts for the step
 * that comes next after it was added: what was there when the step was done before, in this round or an earlier case,
 * does not count again.
 */
@Component
class RequiredPapers implements StepRequirement {

    /** {@code TYPE}, or {@code TYPE when answer=ONE|OTHER}. */
    private static final Pattern RULE = Pattern.compile("([A-Z_]+)(?:\\s+when\\s+(\\w+)=([\\w|]+))?");

    /** One paper that a step needs, always or with some of its answers. */
    record Rule(String type, String answer, Set<String> values) {

        boolean fits(Map<String, Object> details) {
            return answer == null || values.contains(String.valueOf(details.get(answer)));
        }
    }

    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
    private final PaperRows papers;
    private final CandidatePapers candidatePapers;
    private final Ledger ledger;

    RequiredPapers(PaperSettings settings, PaperRows papers, CandidatePapers candidatePapers, Ledger ledger) {
        this.papers = papers;
        this.candidatePapers = candidatePapers;
        this.ledger = ledger;
        settings.required()
                .forEach((step, types) -> rules.put(
                        step, types.stream().map(rule -> rule(step, rule)).toList()));
    }

    @Override
    public boolean concerns(String step) {
        return rules.containsKey(step);
    }

    @Override
    public void check(LedgerEntry step) {
        OffsetDateTime after = ledger.lastRecorded(step).orElse(null);
        List<String> missing = new ArrayList<>();
        for (Rule rule : rules.get(step.name())) {
            if (rule.fits(step.details()) && !isThere(step, rule, after)) {
                missing.add(label(rule));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(
                    "paper-missing",
                    null,
                    "Chưa có giấy tờ bắt buộc của bước này: %s. Hãy thêm ở thẻ Giấy tờ rồi làm lại."
                            .formatted(String.join("; ", missing)));
        }
    }

    /** What a step needs, for the person who is about to do it; the answers are not known yet. */
    List<TaskPapers.Required> of(LedgerEntry step) {
        if (!concerns(step.name())) {
            return List.of();
        }
        OffsetDateTime after = ledger.lastRecorded(step).orElse(null);
        return rules.get(step.name()).stream()
                .map(rule -> new TaskPapers.Required(
                        rule.type(), label(rule), rule.answer() != null, isThere(step, rule, after)))
                .toList();
    }

    private boolean isThere(LedgerEntry step, Rule rule, OffsetDateTime after) {
        return step.candidateRef() != null
                ? candidatePapers.isThere(step.candidateRef(), CandidatePaperType.valueOf(rule.type()), after)
                : step.taxCode() != null && papers.isThere(step.taxCode(), PaperType.valueOf(rule.type()), after);
    }

    private static Rule rule(String step, String text) {
        Matcher rule = RULE.matcher(text.strip());
        if (!rule.matches() || !isOfCandidate(rule.group(1)) && !isOfEnterprise(rule.group(1))) {
            throw new StartRefused(List.of("outreach.papers.required: “%s” của bước %s không có trong danh mục giấy tờ."
                    .formatted(text, step)));
        }
        return new Rule(
                rule.group(1),
                rule.group(2),
                rule.group(3) == null ? Set.of() : Set.of(rule.group(3).split("\\|")));
    }

    private static String label(Rule rule) {
        return isOfEnterprise(rule.type())
                ? PaperType.valueOf(rule.type()).label()
                : CandidatePaperType.valueOf(rule.type()).label();
    }

    private static boolean isOfEnterprise(String type) {
        return Arrays.stream(PaperType.values()).anyMatch(known -> known.name().equals(type));
    }

    private static boolean isOfCandidate(String type) {
        return Arrays.stream(CandidatePaperType.values())
                .anyMatch(known -> known.name().equals(type));
    }
}
