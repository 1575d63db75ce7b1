package vn.outreach.e2e;

import java.util.Map;

/** An office without the demo: its administrator makes the people over REST, as after a real first start. */
final class Office {

    static final String ADMIN_PASSWORD = "Quan-tri-2026!";

    private static final String PASSWORD = "Mat-khau-2026!";
    private static final Map<String, String> PEOPLE = Map.ofEntries(
            Map.entry("officer1", "outreachOfficers"),
            Map.entry("officer2", "outreachOfficers"),
            Map.entry("organisation", "organisationBoard"),
            Map.entry("propaganda", "propagandaBoard"),
            Map.entry("massmob", "massMobilisationBoard"),
            Map.entry("board", "steeringBoard"),
            Map.entry("zoneunion", "zoneUnion"),
            Map.entry("zoneunion2", "zoneUnion"),
            Map.entry("youth", "youthUnion"),
            Map.entry("committee", "standingCommittee"),
            Map.entry("integration", "integrations"));

    private final RunningApplication application;

    Office(RunningApplication application) {
        this.application = application;
    }

    Rest admin() {
        return application.asNobody().as("admin", ADMIN_PASSWORD);
    }

    Rest as(String user) {
        return application.asNobody().as(user, PASSWORD);
    }

    void employ() {
        PEOPLE.forEach((user, group) -> {
            Map<String, String> profile =
                    Map.of("id", user, "firstName", "Thử", "lastName", user, "email", user + "@example.vn");
            admin().post("/engine-rest/user/create", Map.of("profile", profile, "credentials", Map.of("password", PASSWORD)))
                    .ok();
            admin().put("/engine-rest/group/" + group + "/members/" + user, Map.of()).ok();
        });
    }
}
