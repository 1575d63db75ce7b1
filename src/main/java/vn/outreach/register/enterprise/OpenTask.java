package vn.outreach.register.enterprise;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A task that waits: {@code phase} is its process, {@code assignee} null while only groups can take it. */
public record OpenTask(
        String id,
        String phase,
        String step,
        String name,
        String assignee,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime dueAt) {}
