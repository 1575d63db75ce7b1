package vn.outreach.engine.guard;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.engine.command.EngineField;
import vn.outreach.work.notification.MailAddress;

/**
 * What people enter for an account, by whatever way: names on one line, one address that mail reaches, a password whose
 * refusal says which rule it breaks.
 */
@Component
final class AccountGuard implements CommandRules.Source {

    private static final EngineField<User> SAVED = EngineField.of(SaveUserCmd.class, "user", User.class);
    private static final EngineField<String> NEW_PASSWORD =
            EngineField.of(UserEntity.class, "newPassword", String.class);

    private final PasswordRules passwords = new PasswordRules();

    @Override
    public void writeInto(CommandRules rules) {
        rules.on(SaveUserCmd.class, (command, person) -> check(SAVED.in(command)));
    }

    private void check(User user) {
        user.setFirstName(Folding.line(user.getFirstName()));
        user.setLastName(Folding.line(user.getLastName()));
        user.setEmail(Folding.kept(user.getEmail()));
        if (user.getEmail() != null && !MailAddress.isOne(user.getEmail())) {
            throw Refusal.invalid(
                    "mail-address",
                    "email",
                    "“%s” không phải một địa chỉ thư: mỗi người một địa chỉ, ví dụ ten@example.vn."
                            .formatted(user.getEmail()));
        }
        if (user instanceof UserEntity saved && saved.hasNewPassword()) {
            String faults = passwords.faults(Folding.secret(NEW_PASSWORD.in(saved)), user);
            if (faults != null) {
                throw Refusal.invalid("password-policy", "password", faults);
            }
        }
    }

    /** The password as it is hashed, also for accounts that the application makes itself. */
    static void compose(User user) {
        if (user instanceof UserEntity saved && saved.hasNewPassword()) {
            saved.setPassword(Folding.secret(NEW_PASSWORD.in(saved)));
        }
    }
}
