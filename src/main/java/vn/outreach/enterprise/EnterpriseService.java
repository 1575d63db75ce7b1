package vn.outreach.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;
import vn.outreach.refusal.Refusal;

/** The one way into the register: what holds for every entry is asked here, whoever writes it. */
@Service
public class EnterpriseService {

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

    /**
     * Writes what a person, a step or a system says of an enterprise. Whoever becomes responsible gets the open tasks.
     *
     * @throws Refusal for what breaks a rule of the register; the field has the name by which it was sent
     */
    public void change(String taxCode, RegisterChange change) {
        Map<EnterpriseField, Object> values = change.values();
        if (values.isEmpty()) {
            return;
        }
        Enterprise before = enterprises.lock(taxCode);
        check(change, before);
        enterprises.apply(taxCode, change);
        String member = (String) values.get(EnterpriseField.RESPONSIBLE_MEMBER);
        if (values.containsKey(EnterpriseField.RESPONSIBLE_MEMBER) && !Objects.equals(before.responsibleMember(), member)) {
            responsibleMembers.changed(taxCode, before.responsibleMember(), member);
        }
    }

    /** Makes somebody else responsible: open tasks move and both people are told. */
    public void changeResponsibleMember(String taxCode, String member) {
        change(taxCode, new RegisterChange().set(EnterpriseField.RESPONSIBLE_MEMBER, member));
    }

    /** One full member more, by a decision on a person: told, not judged, for the other figures may be older. */
    public void addFullMember(String taxCode) {
        enterprises.addFullMember(taxCode);
    }

    private void check(RegisterChange change, Enterprise before) {
        if (change.values().get(EnterpriseField.RESPONSIBLE_MEMBER) instanceof String member
                && (before == null || !member.equals(before.responsibleMember()))) {
            requireMember(member);
        }
        new RegisterRules(change, before).check(LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId()));
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
}
