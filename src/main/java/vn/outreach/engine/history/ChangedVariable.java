package vn.outreach.engine.history;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;
import vn.outreach.engine.command.EngineField;

/**
 * A variable that the present command changed, with its value before and after. Read from what the command has loaded
 * and not yet flushed: it costs no statement. Values that are no plain text, number or truth value are left out.
 */
record ChangedVariable(
        String name, @Nullable String before, @Nullable String after) {

    /** The engine compares with this state what it flushes; there is no getter for it. */
    private static final EngineField<Object> AS_LOADED = EngineField.of(CachedDbEntity.class, "copy", Object.class);

    static List<ChangedVariable> of(String operationId) {
        DbEntityCache cache = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
        // Asked for by the type that the cache keeps them under: it does not find a narrower one.
        return cache.getEntitiesByType(HistoricDetailEventEntity.class).stream()
                .filter(HistoricVariableUpdateEventEntity.class::isInstance)
                .map(HistoricVariableUpdateEventEntity.class::cast)
                .filter(update -> Objects.equals(update.getUserOperationId(), operationId))
                .map(update -> new ChangedVariable(update.getVariableName(), before(cache, update), after(update)))
                .sorted(Comparator.comparing(ChangedVariable::name))
                .toList();
    }

    private static @Nullable String before(DbEntityCache cache, HistoricVariableUpdateEventEntity update) {
        CachedDbEntity variable = cache.getCachedEntity(VariableInstanceEntity.class, update.getVariableInstanceId());
        return variable != null && AS_LOADED.in(variable) instanceof Map<?, ?> loaded
                ? text(
                        loaded.get("serializerName"),
                        loaded.get("textValue"),
                        loaded.get("longValue"),
                        loaded.get("doubleValue"))
                : null;
    }

    private static @Nullable String after(HistoricVariableUpdateEventEntity update) {
        return text(update.getSerializerName(), update.getTextValue(), update.getLongValue(), update.getDoubleValue());
    }

    private static @Nullable String text(@Nullable Object type, @Nullable Object... values) {
        Object value = Stream.of(values).filter(Objects::nonNull).findFirst().orElse(null);
        return "boolean".equals(type) && value != null
                ? String.valueOf(value.toString().equals("1"))
                : Objects.toString(value, null);
    }
}
