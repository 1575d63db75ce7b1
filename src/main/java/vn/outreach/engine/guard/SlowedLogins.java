package vn.outreach.engine.guard;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;
import vn.outreach.base.text.Folding;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;
import vn.outreach.security.login.LoginThrottle;
import vn.outreach.web.Origin;

/**
 * The engine's users, with the product's brake on wrong passwords instead of the engine's: that one locks the account
 * itself, so that anybody who knows a name could lock its owner out, after ten tries for ever. Every way to try a
 * password comes through here: the login form, HTTP Basic, and the question for one's own password before it is
 * changed.
 */
final class SlowedLogins extends DbIdentityServiceProvider {

    private final LoginThrottle throttle;
    private final AuditTrail audit;

    private SlowedLogins(LoginThrottle throttle, AuditTrail audit) {
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        if (userId == null || password == null || userId.isEmpty() || hasControls(userId)) {
            return false;
        }
        String source = Origin.address() == null ? "" : Origin.address();
        throttle.mustBeOpen(userId, source, password);
        UserEntity user = findUserById(userId);
        boolean right = user != null && isPassword(password, user);
        if (right) {
            throttle.succeeded(userId, source, password);
        } else {
            refused(userId, throttle.failed(userId, source));
        }
        return right;
    }

    /** Hashes from before passwords were composed are of what was typed then. */
    private boolean isPassword(String typed, UserEntity user) {
        String composed = Folding.secret(typed);
        return matchPassword(composed, user) || !composed.equals(typed) && matchPassword(typed, user);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        AccountGuard.compose(user);
        return super.saveUser(user);
    }

    private void refused(String userId, Duration wait) {
        audit.record(AuditEntry.of(AuditAction.LOGIN_REFUSED, "user", userId).by(userId));
        if (!wait.isZero()) {
            audit.record(AuditEntry.of(AuditAction.LOGIN_LOCKED, "user", userId)
                    .changing("seconds", null, String.valueOf(wait.toSeconds()))
                    .by(userId));
        }
    }

    /** No user's id has any, and a database that meets one fails in ways of its own. */
    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Makes the engine ask here. */
    @Component
    static final class Plugin extends AbstractProcessEnginePlugin implements SessionFactory {

        private final LoginThrottle throttle;
        private final AuditTrail audit;

        Plugin(LoginThrottle throttle, AuditTrail audit) {
            this.throttle = throttle;
            this.audit = audit;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setIdentityProviderSessionFactory(this);
        }

        @Override
        public Class<?> getSessionType() {
            return DbIdentityServiceProvider.class;
        }

        @Override
        public Session openSession() {
            return new SlowedLogins(throttle, audit);
        }
    }
}
