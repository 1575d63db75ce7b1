package vn.outreach.engine;

import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/**
 * Tells apart what was wrong with a request from what is wrong with the system: the engine says both in the same kinds
 * of exception, and its REST API answers "500" to many a wrong id.
 */
final class CallersFault {

    /** An answer with its status: 404 for a thing that is not there, 403 for no right to it, else 400. */
    record Answer(Status status, String sentence) {}

    private static final String WRONG = "Yêu cầu thiếu thông tin hoặc có thông tin không hợp lệ";
    private static final String UNKNOWN = "Không tìm thấy dữ liệu ứng với mã đã gửi";
    private static final String UNKEEPABLE = "Yêu cầu có giá trị quá dài, quá lớn hoặc có ký tự không lưu được.";
    private static final String NO_RIGHT = "Bạn không có quyền xem hoặc làm việc này.";
    private static final String TOO_MUCH = "Danh sách phải được hỏi từng trang: thêm maxResults, nhiều nhất là số dòng mà hệ thống cho phép.";

    private static final String NOBODY_WAITS = "Không có hồ sơ nào đang chờ thông báo này.";
    private static final String SEVERAL_WAIT = "Nhiều hồ sơ cùng chờ thông báo này với businessKey đã gửi; thông báo chỉ đến một hồ sơ.";
    /** The engine has one exception for both and no code to tell them apart. */
    private static final String SEVERAL = "match the correlation";

    private static final List<String> TOO_MANY_ROWS = List.of("unbound number of results", "Max results limit");
    private static final Pattern NOTHING_THERE = Pattern.compile(
            "(?s).*(doesn't exist|does not exist|[Nn]o \\S+( \\S+){0,4} found|Cannot find|not found|(execution|task|externalTask|job|resource"
                    + "|deployment|filter|batch|incident|eventSubscriptions|instance|definition|[a-z]+Definition|[a-z]+Instance) is (null|empty)).*");
    /** What the engine says in its most general exception though only the request can be the reason. */
    private static final List<String> SAID = List.of(
            "ENGINE-03025", "ENGINE-03072", "ENGINE-09003", "ENGINE-13024", "ENGINE-13043", "ENGINE-22004",
            "Object values cannot be used to query", "Cannot find serializer for value", "serialization format is prohibited",
            "Cannot deserialize object in variable", "does not have a subscription", "Unable to resolve expression",
            "is not a valid resource identifier", "Password does not match policy", "has already been claimed",
            // A phase that is started by itself, without the case that it belongs to.
            "Cannot resolve identifier 'enterpriseCode'");
    private static final Pattern OF_THE_INSIDE = Pattern.compile("(?s).*(\\b(org|com|java|javax|jakarta|camundajar|vn)\\.[a-z]|SQL|\\n|[{}\\[\\]]).*");
    private static final int LONGEST_REASON = 200;
    /** SQL's class of values that cannot be kept or read, and H2's own number for an impossible parameter. */
    private static final String UNKEEPABLE_VALUE = "22";
    private static final String H2_PARAMETER = "90008";
    private static final String UNKNOWN_NAME = "42";
    private static final Pattern CASE_TABLE = Pattern.compile("(?is).*(table|relation) \"?ACT_(HI|RU|RE)_CASE.*");
    private static final Set<Class<?>> OF_DECISIONS = Set.of(EvaluateDecisionCmd.class, EvaluateDecisionTableCmd.class);

    private CallersFault() {}

    /** What to answer, or null when the failure is ours. */
    static Answer of(RuntimeException failure, Command<?> command) {
        if (failure instanceof NotAllowedException || failure instanceof MigrationPlanValidationException) {
            // Camunda's REST API has answers of its own for these.
            return null;
        }
        if (failure instanceof AuthorizationException) {
            return wrapsEverything(command) ? new Answer(Status.FORBIDDEN, NO_RIGHT) : null;
        }
        if (hasUnkeepableValue(failure)) {
            return new Answer(Status.BAD_REQUEST, UNKEEPABLE);
        }
        if (command != null && OF_DECISIONS.contains(command.getClass()) && isOfADecision(failure)) {
            return new Answer(Status.BAD_REQUEST, WRONG + ".");
        }
        if (failure instanceof NullPointerException && command instanceof GetDeployedTaskFormCmd) {
            // The engine looks at the task before it looks whether there is one.
            return new Answer(Status.NOT_FOUND, UNKNOWN + ".");
        }
        return failure instanceof ProcessEngineException ? said(failure) : null;
    }

    private static Answer said(RuntimeException failure) {
        if (failure instanceof MismatchingMessageCorrelationException) {
            boolean several = String.valueOf(failure.getMessage()).contains(SEVERAL);
            return new Answer(Status.BAD_REQUEST, several ? SEVERAL_WAIT : NOBODY_WAITS);
        }
        String message = String.valueOf(failure.getMessage());
        if (TOO_MANY_ROWS.stream().anyMatch(message::contains)) {
            return new Answer(Status.BAD_REQUEST, TOO_MUCH);
        }
        if (failure instanceof NotFoundException) {
            return new Answer(Status.NOT_FOUND, with(UNKNOWN, message));
        }
        if (failure instanceof BadUserRequestException || failure instanceof NullValueException) {
            return NOTHING_THERE.matcher(message).matches()
                    ? new Answer(Status.NOT_FOUND, with(UNKNOWN, message))
                    : new Answer(Status.BAD_REQUEST, with(WRONG, message));
        }
        return SAID.stream().anyMatch(message::contains) ? new Answer(Status.BAD_REQUEST, with(WRONG, message)) : null;
    }

    /** The engine's own words help who wrote the request, as long as they say nothing of the inside. */
    private static String with(String sentence, String reason) {
        boolean sayable = reason.length() <= LONGEST_REASON && !OF_THE_INSIDE.matcher(reason).matches();
        return sayable ? sentence + " (" + reason + ")." : sentence + ".";
    }

    /** A decision that somebody asked for by itself fails on what it was given; one within a process fails as the process. */
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
        return state != null && (state.startsWith(UNKEEPABLE_VALUE) || state.equals(H2_PARAMETER) || isOfCaseModels(sql, state));
    }

    /** Case models are switched off and have no tables; some queries can be asked for them all the same. */
    private static boolean isOfCaseModels(SQLException sql, String state) {
        return state.startsWith(UNKNOWN_NAME) && CASE_TABLE.matcher(String.valueOf(sql.getMessage())).matches();
    }

    /** Reading a decision: the REST API makes a "500" even of a missing right. */
    private static boolean wrapsEverything(Command<?> command) {
        return command != null && command.getClass().getPackage().equals(EvaluateDecisionCmd.class.getPackage());
    }
}
