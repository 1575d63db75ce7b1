package vn.outreach.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Lists from workbooks.
 *
 * @param largest the largest file that is taken
 * @param batch how many rows are written in one transaction
 * @param wholeAtMost how many rows can be written all or none
 * @param undoFor how long a list can be taken back, and how long its file is kept
 */
@ConfigurationProperties("outreach.intake")
record IntakeSettings(
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("500") int batch,
        @DefaultValue("2000") int wholeAtMost,
        @DefaultValue("30d") Duration undoFor) {}
