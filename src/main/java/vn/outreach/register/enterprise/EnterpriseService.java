package vn.outreach.register.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.TaxCode;
import vn.outreach.register.zone.Zones;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.Members;
import vn.outreach.security.identity.WorkUnits;

/** The one way into the register: what holds for every entry is asked here, whoever writes it. */
@Service
public class EnterpriseService {

    private final Enterprises enterprises;
    private final Members members;
    private final ResponsibleMembers responsibleMembers;
    private final WorkUnits units;
    private final Zones zones;
    private final Clock clock;

    EnterpriseService(
            Enterprises enterprises,
            Members members,
            ResponsibleMembers responsibleMembers,
            WorkUnits units,
            Zones zones,
            Clock clock) {
        this.zones = zones;
        this.enterprises = enterprises;
        this.members = members;
        this.responsibleMembers = responsibleMembers;
        this.units = units;
        this.clock = clock;
    }

    /** An enterprise that the register does not have, as it is once it is written. */
    public Enterprise register(TaxCode taxCode, RegisterChange values) {
        add(taxCode, values);
        return enterprises.written(taxCode.value());
    }

    /** The same for who does not look at it: its stage is computed when the transaction commits. */
    void add(TaxCode taxCode, RegisterChange values) {
        if (enterprises.find(taxCode.value()).isPresent()) {
            throw known(taxCode);
        }
        calledByZone(values);
        check(values, null);
        try {
            enterprises.insert(taxCode.value(), values);
        } catch (DuplicateKeyException e) {
            // Somebody else registered it between our look and our row.
            throw known(taxCode);
        }
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
        calledByZone(change);
        check(change, before);
        enterprises.apply(taxCode, change);
        String member = (String) values.get(EnterpriseField.RESPONSIBLE_MEMBER);
        if (values.containsKey(EnterpriseField.RESPONSIBLE_MEMBER)
                && !Objects.equals(before.responsibleMember(), member)) {
            responsibleMembers.changed(taxCode, before.responsibleMember(), member);
        }
    }

    /**
     * The same over the register's own address, where nobody takes an enterprise from somebody else.
     *
     * @throws Refusal {@code wrong-person}, or as above
     */
    void change(String taxCode, RegisterChange change, CurrentUser person) {
        if (change.values().containsKey(EnterpriseField.RESPONSIBLE_MEMBER)) {
            mustDecideWhoIsResponsible(
                    enterprises.lock(taxCode),
                    (String) change.values().get(EnterpriseField.RESPONSIBLE_MEMBER),
                    person);
        }
        change(taxCode, change);
    }

    /**
     * Whoever is responsible stays so until they or a head say otherwise, and nobody makes themselves responsible. The
     * plan and the steering board decide in their own steps.
     *
     * @throws Refusal {@code wrong-person}
     */
    public void mustDecideWhoIsResponsible(Enterprise before, String member, CurrentUser person) {
        String present = before.responsibleMember();
        boolean takesAway = present != null && !present.equals(member);
        boolean takesForOneself = present == null && person.id().equals(member);
        if ((takesAway || takesForOneself)
                && !person.id().equals(present)
                && units.headedBy(person).isEmpty()) {
            throw Refusal.forbidden(
                    "wrong-person",
                    "Chỉ người đang phụ trách hoặc phụ trách đơn vị được đổi người phụ trách doanh nghiệp.");
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

    /**
     * Whether that could be written now.
     *
     * @param before null for an enterprise that would be entered
     * @throws Refusal for what breaks a rule of the register
     */
    public void check(RegisterChange change, @Nullable Enterprise before) {
        if (change.values().get(EnterpriseField.RESPONSIBLE_MEMBER) instanceof String member
                && (before == null || !member.equals(before.responsibleMember()))) {
            members.requireResponsible(EnterpriseField.RESPONSIBLE_MEMBER.json(), member);
        }
        new RegisterRules(change, before)
                .check(LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId()));
    }

    /** A zone is called by its name, whichever of its spellings was sent. */
    private void calledByZone(RegisterChange change) {
        if (change.values().get(EnterpriseField.ZONE) instanceof String text) {
            change.set(EnterpriseField.ZONE, zones.named(text));
        }
    }

    private static Refusal known(TaxCode taxCode) {
        return Refusal.conflict(
                "enterprise-exists", "Doanh nghiệp có mã số thuế %s đã có trong sổ đăng ký.".formatted(taxCode));
    }
}
