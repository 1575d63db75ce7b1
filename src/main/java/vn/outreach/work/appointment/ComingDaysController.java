package vn.outreach.work.appointment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.work.deputy.Deputies;

/**
 * {@code GET /api/v1/me/coming}: what the asking person's next days hold, and those of whom the person stands in for.
 */
@RestController
class ComingDaysController {

    private final ComingDays coming;
    private final Deputies deputies;
    private final CurrentUserProvider asking;

    ComingDaysController(ComingDays coming, Deputies deputies, CurrentUserProvider asking) {
        this.coming = coming;
        this.deputies = deputies;
        this.asking = asking;
    }

    @GetMapping("/api/v1/me/coming")
    List<ComingDays.Coming> coming() {
        String me = asking.current().id();
        Set<String> people = new HashSet<>(deputies.absentFor(me));
        people.add(me);
        return coming.of(people);
    }
}
