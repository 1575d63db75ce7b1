package vn.outreach.e2e;

import java.util.Map;

/** An office without the demo: its administrator makes the people over REST, as after a real first start. */
final class Office {

    static final String ADMIN_PASSWORD = "Quan-tri-2026!";

    private static final String PASSWORD = "Mat-khau-2026!";
    private static final Map<String, String> PEOPLE = Map.of(
            "officer1", "outreachOfficers",
            "organisation", "organisationBoard",
            "propaganda", "propagandaBoard",
            "massmob", "massMobilisationBoard",
            "board", "steeringBoard",
            "zoneunion", "zoneUnion",
            "zoneunion2", "zoneUnion",
            "youth", "youthUnion",
            "committee", "standingCommittee",
            "integration", "integrations");

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
