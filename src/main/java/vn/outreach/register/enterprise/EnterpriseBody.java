package vn.outreach.register.enterprise;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.TaxCode;
import vn.outreach.base.value.TaxCodeReference;
import vn.outreach.web.Body;

/** Reads an enterprise as it is sent to the register: each field by its kind, within its limits. */
final class EnterpriseBody {

    /** What only the lifecycle writes: a case closes an enterprise, decision D1 ranks it. */
    private static final Set<EnterpriseField> NOT_SENT = EnumSet.of(
            EnterpriseField.CLOSED_ON,
            EnterpriseField.CLOSED_REASON,
            EnterpriseField.PRIORITY,
            EnterpriseField.PRIORITY_REASON);

    private static final Set<EnterpriseField> REQUIRED = EnumSet.of(
            EnterpriseField.NAME,
            EnterpriseField.ZONE,
            EnterpriseField.SECTOR,
            EnterpriseField.OWNERSHIP,
            EnterpriseField.WORKERS,
            EnterpriseField.RESPONSIBLE_MEMBER);
    private static final Set<EnterpriseField> SENT = EnumSet.complementOf(EnumSet.copyOf(NOT_SENT));
    private static final String TAX_CODE = "taxCode";
    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(TAX_CODE), SENT.stream().map(EnterpriseField::json))
            .collect(Collectors.toSet());

    private EnterpriseBody() {}

    static TaxCode taxCode(Map<String, ?> json) {
        Body body = Body.of(json, NAMES);
        return TaxCode.of(
                body.required(TAX_CODE, "Mã số thuế", body.read(TAX_CODE, "Mã số thuế", new TaxCodeReference())));
    }

    /** A new enterprise: the required fields must be there. */
    static RegisterChange registration(Map<String, ?> json) {
        Body body = Body.of(json, NAMES);
        RegisterChange change = new RegisterChange();
        for (EnterpriseField field : SENT) {
            Object value = value(body, field);
            change.set(field, REQUIRED.contains(field) ? body.required(field.json(), field.label(), value) : value);
        }
        return change;
    }

    /** New values for the fields sent; null clears a field that is not required. */
    static RegisterChange change(String taxCode, Map<String, ?> json) {
        Body body = Body.of(json, NAMES);
        if (body.has(TAX_CODE) && !taxCode.equals(body.read(TAX_CODE, "Mã số thuế", new TaxCodeReference()))) {
            throw Refusal.invalid(
                    "tax-code", TAX_CODE, "Mã số thuế của doanh nghiệp %s không đổi được.".formatted(taxCode));
        }
        RegisterChange change = new RegisterChange();
        for (EnterpriseField field : SENT) {
            if (body.has(field.json())) {
                Object value = value(body, field);
                change.set(field, REQUIRED.contains(field) ? body.required(field.json(), field.label(), value) : value);
            }
        }
        return change;
    }

    private static @Nullable Object value(Body body, EnterpriseField field) {
        return body.read(field.json(), field.label(), field::read);
    }
}
