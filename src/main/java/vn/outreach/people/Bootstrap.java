package vn.outreach.people;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What every start makes sure of: units with their rights, Tasklist's filters, and one administrator. */
@Component
@EnableConfigurationProperties(Units.class)
public class Bootstrap {

    public static final String ADMINISTRATORS = "camunda-admin";

    private final Units units;
    private final Grants grants;
    private final TaskFilters filters;
    private final IdentityService identities;
    private final String adminId;
    private final String adminPassword;

    Bootstrap(
            Units units,
            Grants grants,
            TaskFilters filters,
            IdentityService identities,
            @Value("${outreach.admin.id}") String adminId,
            @Value("${outreach.admin.password}") String adminPassword) {
        this.units = units;
        this.grants = grants;
        this.filters = filters;
        this.identities = identities;
        this.adminId = adminId;
        this.adminPassword = adminPassword;
    }

    /** Groups, rights and filters. Safe to repeat: what is there stays as it is. */
    public void units() {
        grants.administrators(ADMINISTRATORS);
        units.units().forEach(grants::unit);
        grants.hostCells();
        filters.create();
    }

    /**
     * The first administrator, outside the demo.
     *
     * @throws IllegalStateException when there is none and no password was set for one
     */
    public void administrator() {
        if (identities.createUserQuery().memberOfGroup(ADMINISTRATORS).count() > 0) {
            return;
        }
        if (adminPassword.isBlank()) {
            throw new IllegalStateException(
                    "Chưa có quản trị viên: hãy đặt biến môi trường OUTREACH_ADMIN_PASSWORD cho lần khởi động đầu tiên.");
        }
        User admin = identities.newUser(adminId);
        admin.setFirstName("Quản trị");
        admin.setLastName("hệ thống");
        admin.setPassword(adminPassword);
        identities.saveUser(admin);
        identities.createMembership(adminId, ADMINISTRATORS);
    }
}
