package vn.outreach.work.reminder;

import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.security.identity.CurrentUserProvider;

/** {@code GET /api/v1/me/contacts-due}: enterprises that the asking person answers for and spoke with too long ago. */
@RestController
class ContactsDueController {

    private final ContactsDue contacts;
    private final CurrentUserProvider asking;

    ContactsDueController(ContactsDue contacts, CurrentUserProvider asking) {
        this.contacts = contacts;
        this.asking = asking;
    }

    @GetMapping("/api/v1/me/contacts-due")
    List<ContactsDue.Due> due() {
        return contacts.of(Set.of(asking.current().id()));
    }
}
