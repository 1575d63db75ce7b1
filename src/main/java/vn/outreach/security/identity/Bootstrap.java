package vn.outreach.security.identity;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.StartRefused;

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

    /**
     * Groups, rights and filters, as configuration has them today. Safe to repeat.
     *
     * @throws StartRefused where a capability is with no unit, or with too many
     */
    public void units() {
        units.check();
        grants.settle(units.units(), ADMINISTRATORS);
        filters.create();
    }

    /**
     * The first administrator, outside the demo.
     *
     * @throws StartRefused when there is none and none can be made: without one, anybody could make himself one
     */
    public void administrator() {
        if (hasAdministrator()) {
            return;
        }
        whyNoAdministrator().ifPresent(sentence -> {
            throw new StartRefused(List.of(sentence));
        });
        identities.saveUser(first());
        identities.createMembership(adminId, ADMINISTRATORS);
    }

    /** Nothing where there is an administrator or where the settings are good for making one. */
    public Optional<String> whyNoAdministrator() {
        if (hasAdministrator()) {
            return Optional.empty();
        }
        if (identities.createUserQuery().userId(adminId).count() > 0) {
            return Optional.of(
                    "Chưa có quản trị viên: tài khoản “%s” đã có nhưng không thuộc nhóm %s; hãy đặt outreach.admin.id là một tên mới."
                            .formatted(adminId, ADMINISTRATORS));
        }
        if (adminPassword.isBlank()) {
            return Optional.of(
                    "Chưa có quản trị viên: hãy đặt biến môi trường OUTREACH_ADMIN_PASSWORD cho lần khởi động đầu tiên.");
        }
        return identities.checkPasswordAgainstPolicy(adminPassword, first()).isValid()
                ? Optional.empty()
                : Optional.of(
                        "Mật khẩu OUTREACH_ADMIN_PASSWORD quá yếu: cần ít nhất 10 ký tự, có chữ hoa, chữ thường, chữ số, ký tự đặc biệt"
                                + " và không chứa tên tài khoản.");
    }

    private boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(ADMINISTRATORS).count() > 0;
    }

    private User first() {
        User admin = identities.newUser(adminId);
        admin.setFirstName("Quản trị");
        admin.setLastName("hệ thống");
        admin.setPassword(adminPassword);
        return admin;
    }
}
