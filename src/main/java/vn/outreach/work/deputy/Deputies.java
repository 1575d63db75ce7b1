package vn.outreach.work.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.outreach.OutreachApplication;

/** Who stands in for whom today, and which tasks are at a deputy's: what the rest of the product asks. */
@Service
public class Deputies {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final AbsenceRows rows;
    private final Clock clock;

    Deputies(AbsenceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The absence of this person today, if any: there are never two. */
    public Optional<Absence> absenceOf(String person) {
        return rows.of(person, today());
    }

    /** Whether the deputy may do today what is the other one's to do. */
    public boolean standsFor(String deputy, String person) {
        return absenceOf(person)
                .filter(absence -> absence.deputy().equals(deputy))
                .isPresent();
    }

    /** Whom this user stands in for today. */
    public List<String> absentFor(String deputy) {
        return rows.withDeputy(deputy, today()).stream().map(Absence::person).toList();
    }

    /** The same people, and whoever stands in for one of them today: who must be told of a task. */
    public Set<String> withDeputies(Collection<String> people) {
        Set<String> all = new LinkedHashSet<>(people);
        people.forEach(person -> absenceOf(person).map(Absence::deputy).ifPresent(all::add));
        return all;
    }

    /** Under which absence a task is at a deputy's. */
    public Optional<Absence> ofTask(String taskId) {
        return rows.ofTask(taskId);
    }

    /** Notes that a task went to the deputy, in the caller's transaction. */
    public void handed(Absence absence, String taskId) {
        rows.handed(absence.id(), taskId);
    }

    /** Notes that a task is no longer the deputy's. */
    public void back(Absence absence, String taskId) {
        rows.back(absence.id(), taskId);
    }

    /** What of an absence went to the deputy and has not come back. */
    public List<String> out(Absence absence) {
        return rows.out(absence.id());
    }

    /** The next absence of each of these people that has not ended, today's included. */
    public List<Absence> nextOf(Collection<String> people) {
        return rows.ofPeople(people, today(), LAST_DAY);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
    }
}
