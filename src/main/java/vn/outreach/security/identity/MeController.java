package vn.outreach.security.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.ProcessKeys;

/** Who is logged in, for pages that greet and that show what the person may open. It grants nothing. */
@RestController
class MeController {

    private final CurrentUserProvider asking;
    private final Addresses people;
    private final PersonalData personalData;

    MeController(CurrentUserProvider asking, Addresses people, PersonalData personalData) {
        this.asking = asking;
        this.people = people;
        this.personalData = personalData;
    }

    /**
     * @param units the Vietnamese names of the person's organisation units
     * @param opens the webapps the person's units open: tasklist, cockpit; admin for administrators
     * @param starts processes the person may start
     * @param head whether the person heads a unit
     * @param readsOverdue whether the person sees what is overdue in every unit
     * @param seesNotices whether the person sees of all notices whether they arrived
     * @param sendsLists whether the person may send lists as workbooks
     * @param keepsZones whether the person keeps the list of zones
     * @param keepsHolidays whether the person may change days off
     * @param logsContacts whether the person may log contacts with enterprises
     */
    record Me(
            String id,
            String name,
            List<String> groups,
            List<String> units,
            List<String> opens,
            List<String> starts,
            boolean head,
            boolean readsOverdue,
            boolean seesNotices,
            boolean sendsLists,
            boolean keepsZones,
            boolean keepsHolidays,
            boolean logsContacts) {}

    @GetMapping("/api/v1/me")
    Me me() {
        CurrentUser user = asking.current();
        List<Units.Unit> own = user.units();
        List<String> opens = new ArrayList<>(
                own.stream().flatMap(unit -> unit.apps().stream()).distinct().toList());
        if (user.isAdministrator()) {
            opens.add("admin");
        }
        String name = people.find(user.id()).map(Addresses.Person::called).orElse(user.id());
        return new Me(
                user.id(),
                name,
                user.groups().stream().sorted().toList(),
                own.stream().map(Units.Unit::name).toList(),
                opens,
                own.stream().flatMap(unit -> unit.starts().stream()).distinct().toList(),
                user.can(Capability.HEADS_UNITS),
                user.can(Capability.READS_OVERDUE),
                user.can(Capability.SEES_NOTICES),
                user.can(Capability.IMPORTS_REGISTER)
                        || user.can(Capability.WRITES_PLANS)
                        || user.can(Capability.KEEPS_HOLIDAYS)
                        || user.worksOn(ProcessKeys.SURVEY),
                user.can(Capability.KEEPS_ZONES),
                user.can(Capability.KEEPS_HOLIDAYS),
                personalData.worksWithOwners(user));
    }
}
