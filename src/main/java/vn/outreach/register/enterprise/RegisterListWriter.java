package vn.outreach.register.enterprise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.TaxCode;
import vn.outreach.intake.Finding;
import vn.outreach.intake.IntakeList;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.IntakeTarget.Taken;
import vn.outreach.intake.IntakeTarget.Written;
import vn.outreach.intake.Judged;
import vn.outreach.security.identity.CurrentUser;

/** Writes rows of lists into the register by its one way in, and takes them back. */
@Component
class RegisterListWriter {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final Map<String, EnterpriseField> FIELDS = RegisterList.byName();
    private static final Set<TimelineEntry.Kind> WORK =
            EnumSet.of(TimelineEntry.Kind.OUTCOME, TimelineEntry.Kind.CONTACT, TimelineEntry.Kind.PAPER);

    private final EnterpriseService service;
    private final Enterprises enterprises;
    private final EnterpriseRows rows;
    private final Timeline timeline;
    private final OpenTasks openTasks;
    /** Asked late: who refers to enterprises asks the register too. */
    private final ObjectProvider<EnterpriseUse> uses;

    private final ObjectMapper json;

    RegisterListWriter(
            EnterpriseService service,
            Enterprises enterprises,
            EnterpriseRows rows,
            Timeline timeline,
            OpenTasks openTasks,
            ObjectProvider<EnterpriseUse> uses,
            ObjectMapper json) {
        this.service = service;
        this.enterprises = enterprises;
        this.rows = rows;
        this.timeline = timeline;
        this.openTasks = openTasks;
        this.uses = uses;
        this.json = json;
    }

    /** @param before what the register has of the enterprise, held by the transaction; null for a new one */
    Written write(
            IntakeList list,
            IntakeRow row,
            RegisterListRows.Compared compared,
            @Nullable Enterprise before,
            CurrentUser person) {
        Judged judged = compared.judged();
        String taxCode = judged.taxCode();
        if (!judged.state().isWritten() || taxCode == null) {
            return new Written(row.number(), judged, null, null);
        }
        RegisterChange change = compared.change().foundOn(list.asOf()).from(source(list, row, compared.change()));
        try {
            if (before == null) {
                service.add(new TaxCode(taxCode), change);
                return new Written(row.number(), judged, null, 1);
            }
            service.change(taxCode, change, person);
            return new Written(row.number(), judged, before(before, change), before.version() + 1);
        } catch (Refusal refused) {
            // A rule that is asked where it is written alone, such as who may take an enterprise from whom.
            List<Finding> findings = new ArrayList<>(judged.findings());
            findings.add(row.refused(refused));
            return new Written(
                    row.number(), Judged.of(row, taxCode, judged.version(), findings, judged.changes()), null, null);
        }
    }

    private static String source(IntakeList list, IntakeRow row, RegisterChange change) {
        String source = "Danh sách “%s”, dòng %d".formatted(list.fileName(), row.line());
        boolean dayUnknown = change.values().containsKey(EnterpriseField.UNION_RECOGNISED_ON)
                && row.value(EnterpriseField.UNION_RECOGNISED_ON.json()) == null;
        return dayUnknown ? source + "; công đoàn: theo danh sách, chưa rõ ngày công nhận" : source;
    }

    private String before(Enterprise enterprise, RegisterChange change) {
        Map<String, Object> values = new LinkedHashMap<>();
        change.values().keySet().forEach(field -> {
            Object value = enterprise.value(field);
            values.put(
                    field.json(),
                    value == null || value instanceof Integer || value instanceof Boolean ? value : value.toString());
        });
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null, or why the row stays as it was written. */
    @Nullable
    String takeBack(IntakeList list, Taken row, CurrentUser person) {
        Enterprise now = rows.lock(row.taxCode()).orElse(null);
        if (now == null) {
            return null;
        }
        if (!Objects.equals(now.version(), row.version())) {
            return "Sổ đăng ký đã được cập nhật sau khi nạp.";
        }
        boolean worked = timeline.past(row.taxCode(), person).stream()
                        .filter(entry -> WORK.contains(entry.kind()))
                        .anyMatch(entry ->
                                row.before() == null || entry.at().toInstant().isAfter(row.at()))
                || row.before() == null && !openTasks.of(row.taxCode()).isEmpty();
        if (worked) {
            return "Đã có người làm việc với doanh nghiệp sau khi nạp.";
        }
        return row.before() == null ? remove(row.taxCode()) : restore(list, row.taxCode(), row.before());
    }

    private @Nullable String remove(String taxCode) {
        if (uses.stream().anyMatch(use -> use.refersTo(taxCode))) {
            return "Doanh nghiệp đã được dùng ở nơi khác, như kế hoạch năm.";
        }
        enterprises.delete(taxCode);
        return null;
    }

    private @Nullable String restore(IntakeList list, String taxCode, String before) {
        RegisterChange change = new RegisterChange().from("Hoàn tác danh sách “%s”".formatted(list.fileName()));
        values(before).forEach((name, value) -> {
            EnterpriseField field = FIELDS.get(name);
            if (field != null) {
                change.set(field, value == null ? null : field.read(new FieldName(name, field.label()), value));
            }
        });
        try {
            service.change(taxCode, change);
            return null;
        } catch (Refusal refused) {
            return refused.getMessage();
        }
    }

    private Map<String, Object> values(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
