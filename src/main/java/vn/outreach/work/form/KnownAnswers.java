package vn.outreach.work.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PersonalData;

/**
 * What the product knows already of a form's fields. The form says where to look, field by field: {@code register} (or
 * {@code register:workers}, where the names differ) or {@code last}, the answer of the same step the last time it was
 * done for the enterprise, or the name of a {@link KnownElsewhere}. {@code prefill} puts it into the field,
 * {@code compare} keeps it for the question whether a figure that is far from it is meant.
 */
@Service
class KnownAnswers {

    static final String PREFILL = "prefill";
    static final String COMPARE = "compare";
    static final String REGISTER = "register";
    static final String LAST = "last";

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final List<KnownElsewhere> elsewhere;
    private final Enterprises enterprises;
    private final Ledger ledger;
    private final PersonalData personalData;
    private final CurrentUserProvider asking;
    private final ObjectMapper json;

    KnownAnswers(
            List<KnownElsewhere> elsewhere,
            Enterprises enterprises,
            Ledger ledger,
            PersonalData personalData,
            CurrentUserProvider asking,
            ObjectMapper json) {
        this.elsewhere = elsewhere;
        this.enterprises = enterprises;
        this.ledger = ledger;
        this.personalData = personalData;
        this.asking = asking;
        this.json = json;
    }

    /** By field key, what goes into the field. */
    Map<String, Object> prefilled(OpenForm form) {
        Map<String, Object> known = known(form, PREFILL);
        elsewhere.forEach(source -> fill(known, form, source));
        return known;
    }

    private static void fill(Map<String, Object> known, OpenForm form, KnownElsewhere source) {
        List<String> asked = form.fields().stream()
                .filter(field -> source.source().equals(field.properties().get(PREFILL)))
                .map(FormField::key)
                .toList();
        if (!asked.isEmpty()) {
            Map<String, Object> answers = source.of(form);
            asked.stream().filter(answers::containsKey).forEach(key -> known.put(key, answers.get(key)));
        }
    }

    /** By field key, what a figure is compared with: what was filled in, and what is only compared. */
    Map<String, Object> compared(OpenForm form) {
        Map<String, Object> all = known(form, PREFILL);
        all.putAll(known(form, COMPARE));
        return all;
    }

    private Map<String, Object> known(OpenForm form, String purpose) {
        Map<String, Object> known = new LinkedHashMap<>();
        if (form.taxCode() == null
                || form.fields().stream().noneMatch(field -> field.properties().containsKey(purpose))) {
            return known;
        }
        Map<String, Object> register = enterprises
                .find(form.taxCode())
                .map(enterprise -> json.convertValue(enterprise, VALUES))
                .orElse(Map.of());
        Map<String, Object> last = ledger.lastOfEnterprise(form.taxCode(), form.process(), form.step())
                .map(row -> personalData.readable(row.phase(), row.details(), asking.current()))
                .orElse(Map.of());
        for (FormField field : form.fields()) {
            Optional.ofNullable(field.properties().get(purpose))
                    .filter(source -> source.equals(LAST) || source.startsWith(REGISTER))
                    .map(source ->
                            source.equals(LAST) ? last.get(field.key()) : register.get(registerName(field, source)))
                    .ifPresent(value -> known.put(field.key(), value));
        }
        return known;
    }

    private static String registerName(FormField field, String source) {
        return source.equals(REGISTER) ? field.key() : source.substring(REGISTER.length() + 1);
    }
}
