package vn.outreach.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.EngineUsers;

/**
 * Finds users whose password is their name. Compares hashes as the engine's login does, but is no login: each wrong
 * guess would count there, and lock the account.
 */
@Component
public class GuessablePasswords {

    private static final int PAGE = 500;

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl engine;
    private final EngineUsers users;

    GuessablePasswords(IdentityService identities, ProcessEngineConfigurationImpl engine, EngineUsers users) {
        this.identities = identities;
        this.engine = engine;
        this.users = users;
    }

    /** The ids, in their order. */
    public List<String> owners() {
        return users.asSystem(() -> {
            List<String> owners = new ArrayList<>();
            List<User> page = page(0);
            for (int first = 0; !page.isEmpty(); first += PAGE, page = page(first)) {
                page.stream().filter(this::isGuessed).map(User::getId).forEach(owners::add);
            }
            return owners;
        });
    }

    private List<User> page(int first) {
        return identities.createUserQuery().orderByUserId().asc().listPage(first, PAGE);
    }

    /** Users of a directory have no password here. */
    private boolean isGuessed(User user) {
        return user instanceof UserEntity row
                && row.getPassword() != null
                && guesses(user.getId()).anyMatch(guess -> isPassword(row, guess));
    }

    private static Stream<String> guesses(String id) {
        return Stream.of(id, id.toLowerCase(Locale.ROOT), id.toUpperCase(Locale.ROOT))
                .distinct();
    }

    private boolean isPassword(UserEntity user, String guess) {
        return engine.getPasswordManager()
                .check(EncryptionUtil.saltPassword(guess, user.getSalt()), user.getPassword());
    }
}
