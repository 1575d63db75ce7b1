package vn.outreach.work.notification;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where a notice leads: paths of this application. */
@Component
class NotificationLinks {

    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final String START = "/app";
    private static final String CALENDAR = "/app/calendar";
    private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/%s/runtime";
    private static final String ENTERPRISE = "/app/enterprises/";
    private static final Pattern TAX_CODE = Pattern.compile("\\d{10}(-\\d{3})?");

    String inMail(Notification row) {
        return switch (row.template().linkTo()) {
            case TASK -> row.taskId() == null ? TASKLIST : task(row);
            case TASKLIST -> TASKLIST;
            case START -> START;
            case CALENDAR -> CALENDAR;
            case COCKPIT -> COCKPIT.formatted(row.processInstanceId());
        };
    }

    /** A task that is over is no place to go to, its enterprise is. */
    String inBell(Notification row) {
        boolean ofEnterprise =
                row.taxCode() != null && TAX_CODE.matcher(row.taxCode()).matches();
        return row.template().linkTo() == NotificationTemplate.LinkTo.TASKLIST && ofEnterprise
                ? ENTERPRISE + row.taxCode()
                : inMail(row);
    }

    private static String task(Notification row) {
        return TASKLIST + "#/?task=" + row.taskId();
    }
}
