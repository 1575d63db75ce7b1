package vn.outreach.work.reminder;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When who is told of a limit.
 *
 * @param headAfter after so many working days past the limit the head of the task's unit
 * @param boardAfter after so many the steering board
 * @param boardAgain after which time the board is told once more
 * @param most lines of a mail of the day; what is more is behind its link
 */
@ConfigurationProperties("outreach.reminder")
record ReminderSettings(
        @DefaultValue("1") int headAfter,
        @DefaultValue("5") int boardAfter,
        @DefaultValue("P7D") Period boardAgain,
        @DefaultValue("50") int most) {}
