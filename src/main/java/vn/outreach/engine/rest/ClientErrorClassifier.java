package vn.outreach.engine.rest;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;

/**
 * Tells apart what was wrong with a request from what is wrong with the system: the engine says both in the same kinds
 * of exception, and its REST API answers "500" to many a wrong id.
 */
public final class ClientErrorClassifier {

    /**
     * What is answered: unknown for a thing that is not there, forbidden for no right to it, else invalid.
     *
     * @param reason the engine's own words for whoever wrote the request, or null
     */
    public record Answer(Refusal refusal, @Nullable String reason) {

        private static Answer of(Refusal refusal) {
            return new Answer(refusal, null);
        }

        int status() {
            return refusal.kind() == Refusal.Kind.UNKNOWN
                    ? refusal.kind().status()
                    : refusal.kind().engineStatus();
        }
    }

    private static final Refusal WRONG = invalid("request", "Yêu cầu thiếu thông tin hoặc có thông tin không hợp lệ.");
    private static final Refusal UNKNOWN = Refusal.unknown(
            "not-found", "Không tìm thấy dữ liệu ứng với mã đã gửi; có thể việc đã được làm xong hoặc đã bị xóa.");
    private static final Refusal UNKEEPABLE =
            invalid("value-unkeepable", "Yêu cầu có giá trị quá dài, quá lớn hoặc có ký tự không lưu được.");
    private static final Refusal NO_RIGHT =
            Refusal.forbidden("grant-missing", "Đồng chí không có quyền xem hoặc làm việc này.");
    private static final Refusal TOO_MUCH = Refusal.invalid(
            "page-missing",
            "maxResults",
            "Danh sách phải được hỏi từng trang, mỗi trang nhiều nhất là số dòng mà hệ thống cho phép.");
    private static final Refusal NOBODY_WAITS =
            invalid("message-unexpected", "Không có hồ sơ nào đang chờ thông báo này.");
    private static final Refusal CLAIMED = Refusal.conflict("claimed", "Việc này đã có người nhận; hãy tải lại trang.");
    private static final Refusal SUSPENDED =
            Refusal.conflict("suspended", "Hồ sơ đang tạm dừng nên chưa làm được việc này.");
    private static final Refusal SEVERAL_WAIT = Refusal.invalid(
            "message-ambiguous",
            "businessKey",
            "Nhiều hồ sơ cùng chờ thông báo này với mã đã gửi; thông báo chỉ đến một hồ sơ.");
    /** The engine has one exception for both and no code to tell them apart. */
    private static final String SEVERAL = "match the correlation";

    private static final List<String> TOO_MANY_ROWS = List.of("unbound number of results", "Max results limit");
    private static final Pattern NOTHING_THERE = Pattern.compile(
            "(?s).*(doesn't exist|does not exist|[Nn]o \\S+( \\S+){0,4} found|Cannot find|not found|(execution|task|externalTask|job|resource"
                    + "|deployment|filter|batch|incident|eventSubscriptions|instance|definition|[a-z]+Definition|[a-z]+Instance) is (null|empty)).*");
    /** What the engine says in its most general exception though only the request can be the reason. */
    private static final Map<String, Refusal> NAMED = Map.of(
            "Password does not match policy",
            Refusal.invalid("password-weak", "password", "Mật khẩu chưa đạt các yêu cầu của hệ thống."),
            "is not a valid resource identifier",
            Refusal.invalid("field-type", "id", "ID có ký tự không dùng được."),
            "already exists",
            Refusal.invalid("id-taken", "id", "Đã có mục mang ID này; hãy chọn ID khác."));

    private static final List<String> SAID = List.of(
            "ENGINE-03025",
            "ENGINE-03072",
            "ENGINE-09003",
            "ENGINE-13024",
            "ENGINE-13043",
            "ENGINE-22004",
            "Object values cannot be used to query",
            "Cannot find serializer for value",
            "serialization format is prohibited",
            "Cannot deserialize object in variable",
            "does not have a subscription",
            "Unable to resolve expression",
            // A phase that is started by itself, without the case that it belongs to.
            "Cannot resolve identifier 'enterpriseCode'");
    private static final Pattern OF_THE_INSIDE =
            Pattern.compile("(?s).*(\\b(org|com|java|javax|jakarta|camundajar|vn)\\.[a-z]|SQL|\\n|[{}\\[\\]]).*");
    private static final int LONGEST_REASON = 200;
    /** SQL's class of values that cannot be kept or read, and H2's own number for an impossible parameter. */
    private static final String UNKEEPABLE_VALUE = "22";

    private static final String H2_PARAMETER = "90008";
    private static final String UNKNOWN_NAME = "42";
    private static final Pattern CASE_TABLE = Pattern.compile("(?is).*(table|relation) \"?ACT_(HI|RU|RE)_CASE.*");
    private static final Set<Class<?>> OF_DECISIONS = Set.of(EvaluateDecisionCmd.class, EvaluateDecisionTableCmd.class);

    private ClientErrorClassifier() {}

    /** What to answer, or null when the failure is ours. */
    public static @Nullable Answer of(RuntimeException failure, Command<?> command) {
        if (failure instanceof TaskAlreadyClaimedException) {
            return Answer.of(CLAIMED);
        }
        if (failure instanceof SuspendedEntityInteractionException) {
            return Answer.of(SUSPENDED);
        }
        if (failure instanceof NotAllowedException || failure instanceof MigrationPlanValidationException) {
            // Camunda's REST API has answers of its own for these.
            return null;
        }
        if (failure instanceof AuthorizationException) {
            return wrapsEverything(command) ? Answer.of(NO_RIGHT) : null;
        }
        if (hasUnkeepableValue(failure)) {
            return Answer.of(UNKEEPABLE);
        }
        if (command != null && OF_DECISIONS.contains(command.getClass()) && isOfADecision(failure)) {
            return Answer.of(WRONG);
        }
        if (failure instanceof NullPointerException && command instanceof GetDeployedTaskFormCmd) {
            // The engine looks at the task before it looks whether there is one.
            return Answer.of(UNKNOWN);
        }
        return failure instanceof ProcessEngineException ? said(failure) : null;
    }

    private static @Nullable Answer said(RuntimeException failure) {
        if (failure instanceof MismatchingMessageCorrelationException) {
            boolean several = String.valueOf(failure.getMessage()).contains(SEVERAL);
            return several ? new Answer(SEVERAL_WAIT, SEVERAL_WAIT.field()) : Answer.of(NOBODY_WAITS);
        }
        String message = String.valueOf(failure.getMessage());
        if (TOO_MANY_ROWS.stream().anyMatch(message::contains)) {
            return new Answer(TOO_MUCH, TOO_MUCH.field());
        }
        for (Map.Entry<String, Refusal> named : NAMED.entrySet()) {
            if (message.contains(named.getKey())) {
                return with(named.getValue(), message);
            }
        }
        if (failure instanceof NotFoundException) {
            return with(UNKNOWN, message);
        }
        if (failure instanceof BadUserRequestException || failure instanceof NullValueException) {
            return with(NOTHING_THERE.matcher(message).matches() ? UNKNOWN : WRONG, message);
        }
        return SAID.stream().anyMatch(message::contains) ? with(WRONG, message) : null;
    }

    /** The engine's own words help who wrote the request, as long as they say nothing of the inside. */
    private static Answer with(Refusal refusal, String reason) {
        boolean sayable = reason.length() <= LONGEST_REASON
                && !OF_THE_INSIDE.matcher(reason).matches();
        return new Answer(refusal, sayable ? reason : refusal.field());
    }

    private static Refusal invalid(String code, String sentence) {
        return Refusal.invalid(code, null, sentence);
    }

    /**
     * A decision that somebody asked for by itself fails on what it was given; one within a process fails as the
     * process.
     */
    private static boolean isOfADecision(RuntimeException failure) {
        return failure instanceof DmnEngineException || failure.getCause() instanceof DmnEngineException;
    }

    private static boolean hasUnkeepableValue(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isUnkeepable(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnkeepable(SQLException sql) {
        String state = sql.getSQLState();
        return state != null
                && (state.startsWith(UNKEEPABLE_VALUE) || state.equals(H2_PARAMETER) || isOfCaseModels(sql, state));
    }

    /** Case models are switched off and have no tables; some queries can be asked for them all the same. */
    private static boolean isOfCaseModels(SQLException sql, String state) {
        return state.startsWith(UNKNOWN_NAME)
                && CASE_TABLE.matcher(String.valueOf(sql.getMessage())).matches();
    }

    /** Reading a decision: the REST API makes a "500" even of a missing right. */
    private static boolean wrapsEverything(Command<?> command) {
        return command != null && command.getClass().getPackage().equals(EvaluateDecisionCmd.class.getPackage());
    }
}
