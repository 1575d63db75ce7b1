package vn.outreach.lifecycle.plan.draft;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.lifecycle.plan.head.PlanHead;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanYears;
import vn.outreach.lifecycle.plan.row.PlanRanking;
import vn.outreach.lifecycle.plan.row.PlanRow;
import vn.outreach.lifecycle.plan.row.PlanRows;
import vn.outreach.lifecycle.plan.row.RankedRow;
import vn.outreach.register.enterprise.Stage;
import vn.outreach.rules.calendar.WorkingDays;
import vn.outreach.security.identity.Members;
import vn.outreach.security.identity.Memberships;
import vn.outreach.security.identity.ResponsiblePeople;
import vn.outreach.security.identity.Units;

/**
 * Proposes a member, a unit and a start for rows that lack one; a person looks at it, changes it and takes it. The
 * member is who has the running case, else who has the zone, else who has least; starts go by the order of the ranks.
 */
@Service
public class PlanProposals {

    private final PlanHeads heads;
    private final PlanRows rows;
    private final PlanProposalFacts facts;
    private final PlanYears years;
    private final PlanRanking ranking;
    private final WorkingDays workingDays;
    private final ResponsiblePeople responsible;
    private final Members members;
    private final Memberships memberships;
    private final Units units;
    private final int startsPerWeek;

    public PlanProposals(
            PlanHeads heads,
            PlanRows rows,
            PlanProposalFacts facts,
            PlanYears years,
            PlanRanking ranking,
            WorkingDays workingDays,
            ResponsiblePeople responsible,
            Members members,
            Memberships memberships,
            Units units,
            @Value("${outreach.plan.starts-per-week}") int startsPerWeek) {
        this.heads = heads;
        this.rows = rows;
        this.facts = facts;
        this.years = years;
        this.ranking = ranking;
        this.workingDays = workingDays;
        this.responsible = responsible;
        this.members = members;
        this.memberships = memberships;
        this.units = units;
        this.startsPerWeek = startsPerWeek;
    }

    /**
     * What a row could say; what it says already stands in it unchanged.
     *
     * @param startOn null where no week of the year is free for the member
     * @param why the reasons, in sentences
     */
    record Item(
            String taxCode,
            @Nullable String name,
            int priority,
            @Nullable String responsibleMember,
            @Nullable String responsibleMemberName,
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable LocalDate startOn,
            String why) {}

    private record Choice(String member, String why) {}

    /** One item for each row that lacks something, in the order of the ranks; nothing is saved. */
    List<Item> propose(int year) {
        PlanHead head = heads.require(year);
        PlanHeads.mustBeDraft(year, head.status());
        List<PlanRow> all = rows.of(year);
        Map<String, PlanRow> known = all.stream().collect(Collectors.toMap(PlanRow::taxCode, Function.identity()));
        People people = new People(all, facts.running(year));
        Weeks weeks = new Weeks(firstDay(head), year, all);
        List<Item> items = new ArrayList<>();
        for (RankedRow ranked : ranking.today(year)) {
            PlanRow row = known.get(ranked.taxCode());
            if (row != null
                    && row.stage() != Stage.CLOSED
                    && (row.responsibleMember() == null || row.unit() == null || row.startOn() == null)) {
                items.add(item(row, ranked.priority(), people, weeks));
            }
        }
        Map<String, String> called = members.of(items.stream()
                .map(Item::responsibleMember)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return items.stream().map(item -> named(item, called)).toList();
    }

    private LocalDate firstDay(PlanHead head) {
        LocalDate first = head.effectiveFrom() == null ? LocalDate.of(head.year(), 1, 1) : head.effectiveFrom();
        LocalDate today = years.today();
        return today.isAfter(first) ? today : first;
    }

    private Item item(PlanRow row, int rank, People people, Weeks weeks) {
        List<String> why = new ArrayList<>();
        String member = row.responsibleMember();
        if (member == null) {
            Choice choice = people.choose(row);
            if (choice != null) {
                member = choice.member();
                why.add(choice.why());
            } else {
                why.add("Chưa có ai phụ trách doanh nghiệp được.");
            }
        }
        String unit = row.unit() == null && member != null ? people.unitOf(member) : row.unit();
        LocalDate startOn = row.startOn();
        if (startOn == null && member != null) {
            startOn = weeks.next(member, row.dueOn());
            why.add(
                    startOn == null
                            ? "Không còn tuần nào trống trước hạn: tối đa %s doanh nghiệp mỗi tuần."
                                    .formatted(startsPerWeek)
                            : "Hạng %s, tuần còn chỗ sớm nhất của người phụ trách.".formatted(rank));
        }
        return new Item(row.taxCode(), row.name(), rank, member, null, unit, null, startOn, String.join(" ", why));
    }

    private Item named(Item item, Map<String, String> called) {
        String member = item.responsibleMember();
        return new Item(
                item.taxCode(),
                item.name(),
                item.priority(),
                member,
                member == null ? null : called.getOrDefault(member, member),
                item.unit(),
                item.unit() == null ? null : units.nameOf(item.unit()),
                item.startOn(),
                item.why());
    }

    /** Who may be responsible, with how much each has in this plan; what is proposed counts at once. */
    private final class People {

        private final Map<String, String> running;
        private final Map<String, Boolean> able = new HashMap<>();
        private final Map<String, Integer> load = new TreeMap<>();
        private final Map<String, String> ofZone = new HashMap<>();
        private final Map<String, @Nullable String> unitOf = new HashMap<>();

        People(List<PlanRow> all, Map<String, String> running) {
            this.running = running;
            responsible.all().forEach(member -> {
                able.put(member, true);
                load.put(member, 0);
            });
            Map<String, Map<String, Integer>> inPlan = new LinkedHashMap<>();
            for (PlanRow row : all) {
                String member = row.responsibleMember();
                if (member != null && isAble(member)) {
                    load.merge(member, 1, Integer::sum);
                    if (row.zone() != null) {
                        inPlan.computeIfAbsent(row.zone(), zone -> new TreeMap<>())
                                .merge(member, 1, Integer::sum);
                    }
                }
            }
            inPlan.forEach((zone, counts) -> ofZone.put(
                    zone,
                    counts.entrySet().stream()
                            .max(Comparator.comparingInt(Map.Entry::getValue))
                            .orElseThrow()
                            .getKey()));
            for (PlanProposalFacts.ZoneMember each : facts.zones()) {
                if (isAble(each.member())) {
                    ofZone.putIfAbsent(each.zone(), each.member());
                }
            }
        }

        private boolean isAble(String member) {
            return able.computeIfAbsent(member, members::mayBeResponsible);
        }

        @Nullable
        Choice choose(PlanRow row) {
            Choice choice = choice(row);
            if (choice != null) {
                load.merge(choice.member(), 1, Integer::sum);
            }
            return choice;
        }

        private @Nullable Choice choice(PlanRow row) {
            String ofCase = running.get(row.taxCode());
            if (ofCase != null && isAble(ofCase)) {
                return new Choice(ofCase, "Đang phụ trách hồ sơ đang chạy của doanh nghiệp.");
            }
            String zonal = row.zone() == null ? null : ofZone.get(row.zone());
            if (zonal != null) {
                return new Choice(zonal, "Phụ trách nhiều doanh nghiệp nhất ở %s.".formatted(row.zone()));
            }
            return load.entrySet().stream()
                    .min(Comparator.comparingInt(Map.Entry::getValue))
                    .map(least -> new Choice(
                            least.getKey(),
                            "Đang có ít doanh nghiệp nhất trong kế hoạch (%s)."
                                    .formatted(WholeNumber.shown(least.getValue()))))
                    .orElse(null);
        }

        @Nullable
        String unitOf(String member) {
            return unitOf.computeIfAbsent(member, this::answeringUnitOf);
        }

        private @Nullable String answeringUnitOf(String member) {
            Collection<String> groups = memberships.groupsOf(member);
            return units.answering().stream()
                    .map(Units.Unit::id)
                    .filter(groups::contains)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The weeks of the plan with their working days, and how many starts each member has in them. */
    private final class Weeks {

        private final List<List<LocalDate>> days = new ArrayList<>();
        private final Map<LocalDate, Integer> places = new HashMap<>();
        private final Map<String, int[]> starts = new HashMap<>();

        Weeks(LocalDate first, int year, List<PlanRow> all) {
            LocalDate last = LocalDate.of(year, 12, 31);
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                int place = places.computeIfAbsent(monday, any -> days.size());
                if (place == days.size()) {
                    days.add(new ArrayList<>());
                }
                if (workingDays.isWorkingDay(day)) {
                    days.get(place).add(day);
                }
            }
            for (PlanRow row : all) {
                Integer place = row.startOn() == null
                        ? null
                        : places.get(row.startOn().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
                if (place != null && row.responsibleMember() != null) {
                    of(row.responsibleMember())[place]++;
                }
            }
        }

        private int[] of(String member) {
            return starts.computeIfAbsent(member, any -> new int[days.size()]);
        }

        /** The next day in a week that is free for the member; null where there is none until the row is due. */
        @Nullable
        LocalDate next(String member, @Nullable LocalDate dueOn) {
            int[] taken = of(member);
            for (int week = 0; week < taken.length; week++) {
                List<LocalDate> open = days.get(week);
                if (taken[week] < startsPerWeek && !open.isEmpty()) {
                    LocalDate day = open.get(Math.min(taken[week], open.size() - 1));
                    if (dueOn != null && day.isAfter(dueOn)) {
                        return null;
                    }
                    taken[week]++;
                    return day;
                }
            }
            return null;
        }
    }
}
