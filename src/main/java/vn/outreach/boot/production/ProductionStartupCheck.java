package vn.outreach.boot.production;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.engine.guard.GuessablePasswords;
import vn.outreach.security.identity.Bootstrap;

/**
 * In the profile {@code production} looks at what only a running engine knows, before the application answers requests.
 */
@Component
public class ProductionStartupCheck {

    private final Environment settings;
    private final ProcessEngine engine;
    private final Bootstrap bootstrap;
    private final GuessablePasswords passwords;

    ProductionStartupCheck(
            Environment settings, ProcessEngine engine, Bootstrap bootstrap, GuessablePasswords passwords) {
        this.settings = settings;
        this.engine = engine;
        this.bootstrap = bootstrap;
        this.passwords = passwords;
    }

    /**
     * Nothing outside production.
     *
     * @param demo what the demo left in this database, if anything
     * @throws StartRefused with everything that is wrong, at once
     */
    public void check(List<String> demo) {
        if (settings.acceptsProfiles(ProductionSettings.PRODUCTION)) {
            inspect(demo).conclude();
        }
    }

    Inspection inspect(List<String> demo) {
        Inspection inspection = new Inspection();
        inspection.looked("cơ sở dữ liệu không chứa dữ liệu mẫu");
        inspection.wrongIf(
                !demo.isEmpty(),
                "Cơ sở dữ liệu chứa dữ liệu mẫu (%s): hãy dùng một cơ sở dữ liệu mới."
                        .formatted(String.join(", ", demo)));
        people(inspection);
        rights(inspection);
        return inspection;
    }

    private void people(Inspection inspection) {
        inspection.looked("mật khẩu không trùng với tên đăng nhập");
        List<String> guessable = passwords.owners();
        inspection.wrongIf(
                !guessable.isEmpty(),
                "Mật khẩu trùng với tên đăng nhập (%s): hãy đổi mật khẩu hoặc xóa các tài khoản này."
                        .formatted(String.join(", ", guessable)));
        inspection.looked("có quản trị viên");
        Optional<String> noAdministrator = bootstrap.whyNoAdministrator();
        noAdministrator.ifPresent(inspection::wrong);
        inspection.looked("quy tắc mật khẩu và phân quyền đang bật");
        inspection.wrongIf(
                !engine.getProcessEngineConfiguration().isEnablePasswordPolicy(),
                "Quy tắc mật khẩu đang tắt: hãy bật lại enable-password-policy.");
        inspection.wrongIf(
                !engine.getProcessEngineConfiguration().isAuthorizationEnabled(),
                "Phân quyền đang tắt: hãy bật lại camunda.bpm.authorization.enabled.");
    }

    /** Whoever deploys brings models, and models run code. */
    private void rights(Inspection inspection) {
        inspection.looked("chỉ quản trị viên được triển khai mô hình");
        List<String> others =
                engine
                        .getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceType(Resources.DEPLOYMENT)
                        .list()
                        .stream()
                        .filter(row -> row.getAuthorizationType() != Authorization.AUTH_TYPE_REVOKE)
                        .filter(row -> row.isPermissionGranted(Permissions.CREATE))
                        .filter(row -> !isAdministrators(row))
                        .map(ProductionStartupCheck::holder)
                        .distinct()
                        .sorted()
                        .toList();
        inspection.wrongIf(
                !others.isEmpty(),
                "Ngoài quản trị viên còn có quyền triển khai mô hình (Deployment, CREATE): %s; hãy thu hồi."
                        .formatted(String.join(", ", others)));
    }

    private boolean isAdministrators(Authorization row) {
        if (row.getUserId() == null || row.getUserId().equals(Authorization.ANY)) {
            return Bootstrap.ADMINISTRATORS.equals(row.getGroupId());
        }
        IdentityService identities = engine.getIdentityService();
        return identities
                        .createGroupQuery()
                        .groupId(Bootstrap.ADMINISTRATORS)
                        .groupMember(row.getUserId())
                        .count()
                > 0;
    }

    private static String holder(Authorization row) {
        if (row.getGroupId() != null) {
            return "nhóm " + row.getGroupId();
        }
        return row.getUserId() == null || row.getUserId().equals(Authorization.ANY) ? "mọi người" : row.getUserId();
    }
}
