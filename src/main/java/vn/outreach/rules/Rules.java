package vn.outreach.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;

/**
 * D0, D1, D5 and D7 to D10 of lifecycle.md §4, and how long nobody may be spoken to, evaluated without a decision
 * history.
 */
@Component
public class Rules {

    private static final List<String> KEYS = List.of(
            "ruleVersion",
            "outreachPriority",
            "candidateEligibility",
            "introducers",
            "decidingBody",
            "votePassed",
            "dueDate",
            "contactInterval");

    private final DmnEngine engine = SafeDecisions.configuration().buildEngine();
    private final Map<String, DmnDecision> decisions = new HashMap<>();

    Rules() {
        for (String key : KEYS) {
            decisions.put(key, read(key));
        }
        // The first evaluation loads the FEEL engine, which takes seconds: not while a person waits.
        versionOn(LocalDate.of(2026, 1, 1));
    }

    /**
     * D0: the regulation in force on a day.
     *
     * @throws Refusal {@code date-range} before 25/7/2016 (Quy định 29-QĐ/TW)
     */
    public String versionOn(LocalDate day) {
        return evaluate("ruleVersion", Map.of("date", day.toString()))
                .map(result -> text(result, "ruleVersion"))
                .orElseThrow(() -> Refusal.invalid(
                        "date-range", "date", "Không có quy định nào áp dụng cho ngày " + day + " (trước 25/7/2016)."));
    }

    /**
     * D1: the rank of an enterprise (source article: easy before hard, union before none, many workers before few; who
     * was not surveyed comes behind).
     */
    public Rank rank(RankInput enterprise) {
        return evaluate(
                        "outreachPriority",
                        Map.of(
                                "surveyed", enterprise.surveyed(),
                                "accessibility", enterprise.accessibility(),
                                "hasUnion", enterprise.hasUnion(),
                                "workerCount", enterprise.workerCount(),
                                "manyWorkers", enterprise.manyWorkers()))
                .map(result -> new Rank(number(result, "priority"), text(result, "reason")))
                .orElseThrow(() -> new IllegalStateException("No rule of outreachPriority matches"));
    }

    /** D10: how many working days or months a step may take, and from what; nothing for a step without a limit. */
    public Optional<TimeLimit> timeLimit(String step, String ruleVersion) {
        return evaluate("dueDate", Map.of("step", step, "ruleVersion", ruleVersion))
                .map(result -> new TimeLimit(
                        number(result, "workingDays"),
                        number(result, "months"),
                        TimeLimit.From.valueOf(text(result, "from")),
                        number(result, "extensionDays")));
    }

    /**
     * After how many days without a call, visit or meeting an enterprise is one that nobody speaks with; nothing for
     * stages that are over.
     *
     * @param readiness of the owner's side, 1 to 5, or 0 where nobody has said it
     */
    public Optional<ContactInterval> contactInterval(String stage, int readiness) {
        return evaluate("contactInterval", Map.of("stage", stage, "readiness", readiness))
                .map(result -> new ContactInterval(number(result, "days"), text(result, "reason")));
    }

    /** D8: the share of its members that the deciding body needs, TWO_THIRDS or MORE_THAN_HALF. */
    public String bodyVoteRule(@Nullable String ruleVersion, boolean delegated) {
        return evaluate("decidingBody", Map.of("ruleVersion", ruleVersion, "delegated", delegated))
                .map(result -> text(result, "voteRule"))
                .orElseThrow(() -> new IllegalStateException("No rule of decidingBody for " + ruleVersion));
    }

    /** D9: whether a vote passed; a cell's rule is always TWO_THIRDS (Điều lệ Đảng, điều 4). */
    public boolean votePassed(String voteRule, int eligibleVoters, int yesVotes) {
        return evaluate(
                        "votePassed",
                        Map.of("voteRule", voteRule, "eligibleVoters", eligibleVoters, "yesVotes", yesVotes))
                .map(result -> (Boolean) result.get("passed"))
                .orElseThrow(() -> new IllegalStateException("No rule of votePassed for " + voteRule));
    }

    /** D5: whether a candidate may be voted on; inputs as named in lifecycle.md §4. */
    public String eligibility(Map<String, Object> inputs) {
        return evaluate("candidateEligibility", inputs)
                .map(result -> text(result, "eligibility"))
                .orElseThrow(() -> new IllegalStateException("No rule of candidateEligibility matches"));
    }

    /** D7: which introducers a candidate needs (Điều lệ Đảng, điều 4.1). */
    public String introducerPair(Map<String, Object> inputs) {
        return evaluate("introducers", inputs)
                .map(result -> text(result, "introducerPairRequired"))
                .orElseThrow(() -> new IllegalStateException("No rule of introducers matches"));
    }

    private Optional<Map<String, Object>> evaluate(String key, Map<String, Object> inputs) {
        inputs.forEach((name, value) -> {
            if (value == null) {
                throw new IllegalArgumentException("Decision " + key + " needs " + name);
            }
        });
        DmnDecisionResult result = engine.evaluateDecision(decisions.get(key), inputs);
        DmnDecisionResultEntries first = result.getFirstResult();
        return Optional.ofNullable(first).map(DmnDecisionResultEntries::getEntryMap);
    }

    private static String text(Map<String, Object> result, String name) {
        if (result.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("The decision gives no " + name);
    }

    private static int number(Map<String, Object> result, String name) {
        Object value = result.get(name);
        return value == null ? 0 : ((Number) value).intValue();
    }

    private DmnDecision read(String key) {
        try (InputStream file = new ClassPathResource("processes/" + key + ".dmn").getInputStream()) {
            return engine.parseDecision(key, file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
