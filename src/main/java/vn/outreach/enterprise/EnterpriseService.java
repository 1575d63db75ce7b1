package vn.outreach.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;
import vn.outreach.ledger.Acts;
import vn.outreach.refusal.Refusal;

/** What holds for every entry in the register, whoever writes it. */
@Service
public class EnterpriseService {

    private static final List<EnterpriseField> PART_OF_WORKERS = List.of(EnterpriseField.UNION_MEMBERS,
            EnterpriseField.YOUTH_UNION_MEMBERS, EnterpriseField.FULL_MEMBERS, EnterpriseField.PROBATIONARY_MEMBERS,
            EnterpriseField.WILLING_FULL_MEMBERS);

    private final Enterprises enterprises;
    private final Members members;
    private final ResponsibleMembers responsibleMembers;
    private final Clock clock;

    EnterpriseService(Enterprises enterprises, Members members, ResponsibleMembers responsibleMembers, Clock clock) {
        this.enterprises = enterprises;
        this.members = members;
        this.responsibleMembers = responsibleMembers;
        this.clock = clock;
    }

    public Enterprise register(TaxCode taxCode, RegisterChange values) {
        if (enterprises.find(taxCode.value()).isPresent()) {
            throw known(taxCode);
        }
        check(values, null);
        try {
            enterprises.insert(taxCode.value(), values);
        } catch (DuplicateKeyException e) {
            // Somebody else registered it between our look and our row.
            throw known(taxCode);
        }
        return enterprises.require(taxCode.value());
    }

    Enterprise change(String taxCode, RegisterChange change) {
        Enterprise before = enterprises.lock(taxCode);
        check(change, before);
        enterprises.apply(taxCode, change);
        Enterprise after = enterprises.require(taxCode);
        tellChange(before, after.responsibleMember());
        return after;
    }

    /** Makes somebody else responsible: open tasks move and both people are told. */
    public void changeResponsibleMember(String taxCode, String member) {
        Enterprise before = enterprises.lock(taxCode);
        requireMember(member);
        enterprises.apply(taxCode, new RegisterChange().set(EnterpriseField.RESPONSIBLE_MEMBER, member));
        tellChange(before, member);
    }

    private void tellChange(Enterprise before, String member) {
        if (!Objects.equals(before.responsibleMember(), member)) {
            responsibleMembers.changed(before.taxCode(), before.responsibleMember(), member);
        }
    }

    private void check(RegisterChange change, Enterprise before) {
        Map<EnterpriseField, Object> values = change.values();
        if (values.get(EnterpriseField.RESPONSIBLE_MEMBER) instanceof String member) {
            requireMember(member);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        values.forEach((field, value) -> {
            if (value instanceof LocalDate date) {
                Acts.notFuture(field.json(), field.label(), date, today);
            }
        });
        PART_OF_WORKERS.forEach(field -> checkPart(field, EnterpriseField.WORKERS, values, before));
        checkWilling(values);
    }

    /** A part is not more than the whole; asked when one of the two is written. */
    private static void checkPart(EnterpriseField part, EnterpriseField whole, Map<EnterpriseField, Object> values,
            Enterprise before) {
        Integer some = count(part, values, before);
        Integer all = count(whole, values, before);
        boolean written = values.containsKey(part) || values.containsKey(whole);
        if (written && some != null && all != null && some > all) {
            EnterpriseField wrong = values.containsKey(part) ? part : whole;
            throw Refusal.invalid("field-range", wrong.json(), "%s (%d) không được lớn hơn %s (%d)."
                    .formatted(part.label(), some, lowerCase(whole.label()), all));
        }
    }

    private static void checkWilling(Map<EnterpriseField, Object> values) {
        // Only within one entry: members who are willing may be known before the whole count is brought up to date.
        if (values.get(EnterpriseField.WILLING_FULL_MEMBERS) != null && values.get(EnterpriseField.FULL_MEMBERS) != null) {
            checkPart(EnterpriseField.WILLING_FULL_MEMBERS, EnterpriseField.FULL_MEMBERS, values, null);
        }
    }

    private static Integer count(EnterpriseField field, Map<EnterpriseField, Object> values, Enterprise before) {
        return values.containsKey(field) || before == null ? (Integer) values.get(field) : switch (field) {
            case WORKERS -> before.workers();
            case UNION_MEMBERS -> before.unionMembers();
            case YOUTH_UNION_MEMBERS -> before.youthUnionMembers();
            case FULL_MEMBERS -> before.fullMembers();
            case PROBATIONARY_MEMBERS -> before.probationaryMembers();
            case WILLING_FULL_MEMBERS -> before.willingFullMembers();
            default -> throw new IllegalArgumentException(field + " is no count of people");
        };
    }

    private void requireMember(String member) {
        if (!members.exists(member)) {
            throw Refusal.invalid("field-choice", EnterpriseField.RESPONSIBLE_MEMBER.json(),
                    "Người phụ trách “%s” không có trong hệ thống.".formatted(member));
        }
    }

    private static Refusal known(TaxCode taxCode) {
        return Refusal.conflict("enterprise-exists",
                "Doanh nghiệp có mã số thuế %s đã có trong sổ đăng ký.".formatted(taxCode));
    }

    private static String lowerCase(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
