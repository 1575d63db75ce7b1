package vn.outreach.web.http;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much, and for how long, the filters let anybody send; {@code application.yml} has the reasons.
 *
 * @param largestBody a body that is read as a whole: JSON, forms
 * @param largestUpload a body of several parts: deployments, attachments
 * @param largestFile a file that is sent as it is: a paper
 * @param spool where files are until they are there as a whole
 * @param filesAtOnce how many are on their way at once: slow lines hold threads
 * @param filesOfOne how many of these are one person's
 * @param leastFileSpeed how many bytes of a file must come in a second once the grace is over
 * @param fileGrace how long no speed is asked of a file
 * @param fileDeadline until when a file is there
 * @param bodyDeadline until when a body is there, from its first byte to its last
 * @param headerDeadline until when the head of a request is there
 * @param session how long somebody who has logged in may do nothing
 */
@ConfigurationProperties("outreach.web")
record WebSettings(
        DataSize largestBody,
        DataSize largestUpload,
        DataSize largestFile,
        Path spool,
        int filesAtOnce,
        int filesOfOne,
        DataSize leastFileSpeed,
        Duration fileGrace,
        Duration fileDeadline,
        Duration bodyDeadline,
        Duration headerDeadline,
        Duration session) {}
