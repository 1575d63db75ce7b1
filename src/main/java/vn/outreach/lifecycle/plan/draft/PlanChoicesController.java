package vn.outreach.lifecycle.plan.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.security.identity.Members;
import vn.outreach.security.identity.ResponsiblePeople;
import vn.outreach.security.identity.Units;

/** Whom and which units a row of a plan can name. */
@RestController
class PlanChoicesController {

    private final PlanYears years;
    private final Units units;
    private final ResponsiblePeople responsible;
    private final Members members;

    PlanChoicesController(PlanYears years, Units units, ResponsiblePeople responsible, Members members) {
        this.years = years;
        this.units = units;
        this.responsible = responsible;
        this.members = members;
    }

    record Choice(String id, String name) {}

    /** @param members who may be responsible for an enterprise today */
    record Choices(List<Choice> members, List<Choice> units) {}

    @GetMapping("/api/v1/plans/{year}/choices")
    Choices choices(@PathVariable int year) {
        years.checked(year);
        Set<String> able = responsible.all();
        Map<String, String> names = members.of(able);
        return new Choices(
                able.stream()
                        .map(id -> new Choice(id, names.getOrDefault(id, id)))
                        .sorted(Comparator.comparing(Choice::name, VietnameseOrder.OF_PEOPLE))
                        .toList(),
                units.answering().stream()
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
    }
}
