package vn.outreach.engine.guard;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.text.Folding;

/** The engine's rules for passwords, where a short name forbids nothing, and each rule as a sentence for people. */
public final class PasswordRules extends DefaultPasswordPolicyImpl {

    private static final Map<String, String> SENTENCES = Map.of(
            PasswordPolicyLengthRuleImpl.PLACEHOLDER, "có ít nhất " + MIN_LENGTH + " ký tự",
            PasswordPolicyLowerCaseRuleImpl.PLACEHOLDER, "có chữ thường",
            PasswordPolicyUpperCaseRuleImpl.PLACEHOLDER, "có chữ hoa",
            PasswordPolicyDigitRuleImpl.PLACEHOLDER, "có chữ số",
            PasswordPolicySpecialCharacterRuleImpl.PLACEHOLDER, "có ký tự đặc biệt, ví dụ “-” hoặc “!”",
            PasswordPolicyUserDataRuleImpl.PLACEHOLDER,
                    "không chứa tên đăng nhập, họ, tên hay địa chỉ thư của người dùng");

    public PasswordRules() {
        rules.replaceAll(rule -> rule instanceof PasswordPolicyUserDataRuleImpl ? new NoNames() : rule);
    }

    /** What the password must be and is not, in one sentence; null for one that may be used. */
    @Nullable
    String faults(@Nullable String password, User user) {
        String faults = rules.stream()
                .filter(rule -> !rule.execute(password, user))
                .map(rule -> SENTENCES.get(rule.getPlaceholder()))
                .collect(Collectors.joining("; phải "));
        return faults.isEmpty() ? null : "Mật khẩu phải " + faults + ".";
    }

    /** No name and no address of the user, however it is written. An is in too many words to forbid them. */
    private static final class NoNames implements PasswordPolicyRule {

        private static final int SHORTEST = 3;

        @Override
        public String getPlaceholder() {
            return PasswordPolicyUserDataRuleImpl.PLACEHOLDER;
        }

        @Override
        public @Nullable Map<String, String> getParameters() {
            return null;
        }

        @Override
        public boolean execute(String password) {
            return true;
        }

        @Override
        public boolean execute(String password, User user) {
            if (password == null || user == null) {
                return true;
            }
            String folded = Folding.signs(password);
            return Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                    .map(Folding::signs)
                    .noneMatch(name -> name.codePointCount(0, name.length()) >= SHORTEST && folded.contains(name));
        }
    }
}
