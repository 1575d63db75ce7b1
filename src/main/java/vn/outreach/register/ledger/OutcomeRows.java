package vn.outreach.register.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.base.text.Folding;

/** Turns steps into ledger rows and rows of the table {@code outcome} into {@link Outcome}s. Text becomes NFC here. */
@Component
class OutcomeRows implements RowMapper<Outcome> {

    static final String COLUMNS =
            "id, tax_code, candidate_ref, phase, step, result, occurred_on, recorded_by, acted_for, recorded_at, "
                    + "plan_year, round, source, rule_version, process_instance_id, case_id, activity_instance_id, corrects, "
                    + "details";
    private static final String INSERT = """
            insert into outcome (tax_code, candidate_ref, phase, step, result, occurred_on, recorded_by, acted_for, recorded_at,
                plan_year, round, source, rule_version, process_instance_id, case_id, activity_instance_id, corrects,
                details)
            values (:taxCode, :candidateRef, :phase, :step, :result, :occurredOn, :recordedBy, :actedFor, :recordedAt,
                :planYear, %s, :source, :ruleVersion, :processInstanceId, :caseId, :activityInstanceId, :corrects,
                :details)""";
    /** A correction belongs to the round of the row it corrects. */
    static final String SAME_ROUND = INSERT.formatted(":round");
    /** The step's first, second … time in its process; corrections are none. */
    static final String NEXT_ROUND = INSERT.formatted("""
            (select 1 + count(*) from outcome earlier where earlier.process_instance_id = :processInstanceId
                and earlier.step = :step and earlier.corrects is null)""");

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final ObjectMapper json;

    OutcomeRows(ObjectMapper json) {
        this.json = json;
    }

    Outcome of(LedgerEntry step, String result, LocalDate occurredOn, Instant now) {
        return new Outcome(
                0,
                step.taxCode(),
                step.candidateRef(),
                step.phase(),
                step.name(),
                result,
                occurredOn,
                step.user(),
                step.actedFor(),
                local(now),
                step.planYear(),
                0,
                step.source(),
                step.ruleVersion(),
                step.processInstanceId(),
                step.caseId(),
                step.activityInstanceId(),
                null,
                composed(step.details()));
    }

    Outcome correction(Outcome of, String result, LocalDate occurredOn, String user, Instant now, String reason) {
        return new Outcome(
                0,
                of.taxCode(),
                of.candidateRef(),
                of.phase(),
                of.step(),
                result,
                occurredOn,
                user,
                null,
                local(now),
                of.planYear(),
                of.round(),
                Source.PERSON,
                of.ruleVersion(),
                of.processInstanceId(),
                of.caseId(),
                null,
                of.id(),
                composed(Map.of("reason", reason)));
    }

    private static Number number(Map<String, Object> given, String column) {
        if (given.get(column) instanceof Number number) {
            return number;
        }
        throw new IllegalStateException("The database gave no " + column);
    }

    /** The same with what the database gave it: its id and its round. */
    Outcome written(Outcome o, Map<String, Object> given) {
        return new Outcome(
                number(given, "id").longValue(),
                o.taxCode(),
                o.candidateRef(),
                o.phase(),
                o.step(),
                o.result(),
                o.occurredOn(),
                o.recordedBy(),
                o.actedFor(),
                o.recordedAt(),
                o.planYear(),
                number(given, "round").intValue(),
                o.source(),
                o.ruleVersion(),
                o.processInstanceId(),
                o.caseId(),
                o.activityInstanceId(),
                o.corrects(),
                o.details());
    }

    SqlParameterSource parameters(Outcome o) {
        return new MapSqlParameterSource()
                .addValue("taxCode", o.taxCode())
                .addValue("candidateRef", o.candidateRef())
                .addValue("phase", o.phase())
                .addValue("step", o.step())
                .addValue("result", o.result())
                .addValue("occurredOn", o.occurredOn())
                .addValue("recordedBy", o.recordedBy())
                .addValue("actedFor", o.actedFor())
                .addValue("recordedAt", o.recordedAt())
                .addValue("planYear", o.planYear())
                .addValue("round", o.round())
                .addValue("source", o.source().name())
                .addValue("ruleVersion", o.ruleVersion())
                .addValue("processInstanceId", o.processInstanceId())
                .addValue("caseId", o.caseId())
                .addValue("activityInstanceId", o.activityInstanceId())
                .addValue("corrects", o.corrects())
                .addValue("details", write(o.details()));
    }

    @Override
    public Outcome mapRow(ResultSet row, int number) throws SQLException {
        return new Outcome(
                row.getLong("id"),
                row.getString("tax_code"),
                row.getString("candidate_ref"),
                row.getString("phase"),
                row.getString("step"),
                row.getString("result"),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("recorded_by"),
                row.getString("acted_for"),
                local(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getObject("plan_year", Integer.class),
                row.getInt("round"),
                Source.valueOf(row.getString("source")),
                row.getString("rule_version"),
                row.getString("process_instance_id"),
                row.getString("case_id"),
                row.getString("activity_instance_id"),
                row.getObject("corrects", Long.class),
                read(row.getString("details")));
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS)
                .atZone(OutreachApplication.ZONE.toZoneId())
                .toOffsetDateTime();
    }

    /** The same details with text in NFC and without empty fields. */
    private static Map<String, Object> composed(Map<?, ?> details) {
        Map<String, Object> composed = new LinkedHashMap<>();
        details.forEach((key, value) -> {
            if (value != null) {
                composed.put(String.valueOf(key), composed(value));
            }
        });
        return composed;
    }

    private static Object composed(Object value) {
        if (value instanceof CharSequence text) {
            return Folding.composed(text);
        }
        if (value instanceof Map<?, ?> map) {
            return composed(map);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(OutcomeRows::composed).toList();
        }
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    private @Nullable String write(Map<String, Object> details) {
        try {
            return details.isEmpty() ? null : json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of a ledger row cannot be written as JSON", e);
        }
    }

    private Map<String, Object> read(String details) {
        try {
            return details == null ? Map.of() : json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details of a ledger row cannot be read", e);
        }
    }
}
