package vn.outreach.work.profile;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.security.identity.CurrentUserProvider;

/** {@code GET /api/v1/enterprises/{taxCode}/profile}: everything the page of an enterprise shows, in one answer. */
@RestController
class ProfileController {

    private final Profiles profiles;
    private final CurrentUserProvider asking;

    ProfileController(Profiles profiles, CurrentUserProvider asking) {
        this.profiles = profiles;
        this.asking = asking;
    }

    @GetMapping("/api/v1/enterprises/{taxCode}/profile")
    Profile profile(@PathVariable String taxCode) {
        return profiles.of(taxCode, asking.current());
    }
}
