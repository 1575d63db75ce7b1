package vn.outreach.engine.command;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Opens our own kind of one of the engine's sessions where the engine asks for its. */
public record OutreachSessionFactory(Class<?> type, Supplier<Session> own) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return own.get();
    }
}
