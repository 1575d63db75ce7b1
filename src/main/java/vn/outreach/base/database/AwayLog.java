package vn.outreach.base.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Keeps the stack traces of a database that is away out of the log, whoever writes them: each request, job and timer
 * would add its own. {@link DatabaseWatch} says it once a minute.
 */
@Component
class AwayLog extends TurboFilter {

    private static final String POOL = "com.zaxxer.hikari";

    private final DatabaseWatch watch;

    AwayLog(DatabaseWatch watch) {
        this.watch = watch;
    }

    @PostConstruct
    void open() {
        setName("database-away");
        start();
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(this);
    }

    @PreDestroy
    void close() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList().remove(this);
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        Throwable failure = thrown != null ? thrown : last(parameters);
        if (failure != null && DatabaseAway.isCauseOf(failure)) {
            watch.failed(failure);
            return FilterReply.DENY;
        }
        boolean ofThePool = watch.isAway() && logger.getName().startsWith(POOL) && level.toInt() == Level.WARN_INT;
        return ofThePool ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** Where a message has parameters, the failure is the last of them. */
    private static @Nullable Throwable last(Object[] parameters) {
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }
}
