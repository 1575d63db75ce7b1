package vn.outreach.document.paper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Papers of enterprises; {@code application.yml} has the reasons.
 *
 * @param directory where the contents are
 * @param largest the largest file that is taken
 * @param warnAt from how many percent of the disk on administrators are warned
 * @param icap the virus scanner, {@code icap://host:1344/service}; empty where there is none
 * @param icapTimeout how long the scanner may take between two answers
 * @param required which papers must be there before a step is recorded, by the step's name in the ledger
 */
@ConfigurationProperties("outreach.papers")
record PaperSettings(
        Path directory,
        DataSize largest,
        @DefaultValue("90") int warnAt,
        @DefaultValue("") String icap,
        @DefaultValue("30s") Duration icapTimeout,
        @DefaultValue Map<String, List<String>> required) {}
