package vn.outreach.lifecycle.caseevent;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/enterprises/{taxCode}/events}: the events that a report about this enterprise may name now. */
@RestController
class CaseEventController {

    private final CaseEventService events;

    CaseEventController(CaseEventService events) {
        this.events = events;
    }

    @GetMapping("/api/v1/enterprises/{taxCode}/events")
    List<String> reportable(@PathVariable String taxCode) {
        return events.reportable(taxCode);
    }
}
