package vn.outreach.rules;

import camundajar.impl.scala.collection.immutable.List;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;

/**
 * FEEL that sees numbers, texts, yes and no, days, lists and maps, and no Java object. Of any other object FEEL makes a
 * context whose entries are the object's methods: from a file's stream an expression walks to a class loader and from
 * there to any class, though functions of other classes are switched off.
 */
final class DataOnlyFeelEngine extends ScalaFeelEngine {

    DataOnlyFeelEngine() {
        super(null);
    }

    /** Called by the constructor above: nothing of this class may be needed here. */
    @Override
    protected List<CustomValueMapper> getValueMappers() {
        // Scala: the mapper in front of the list.
        return super.getValueMappers().$colon$colon(new PlainValues());
    }

    /** Comes before all other ways of making a value of FEEL out of an object. */
    private static final class PlainValues extends JavaCustomValueMapper {

        private static final String[] SAFE_PACKAGES = {
            // FEEL's own values and collections, and the engine's JSON.
            "org.camunda.feel.", "camundajar.impl.scala.", "org.camunda.spin.impl.json."
        };

        @Override
        public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
            if (isPlain(value)) {
                // Not mine: the next mapper knows how.
                return Optional.empty();
            }
            throw new IllegalArgumentException("Decisions take plain data only");
        }

        @Override
        public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
            return Optional.empty();
        }

        @Override
        public int priority() {
            return Integer.MAX_VALUE;
        }

        private static boolean isPlain(Object value) {
            return value == null
                    || value instanceof CharSequence
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Date
                    || value instanceof TemporalAccessor
                    || value instanceof TemporalAmount
                    || value instanceof Enum
                    || value instanceof java.util.List
                    || value instanceof Map
                    || isOfSafePackage(value.getClass().getName());
        }

        private static boolean isOfSafePackage(String type) {
            for (String safe : SAFE_PACKAGES) {
                if (type.startsWith(safe)) {
                    return true;
                }
            }
            return false;
        }
    }
}
