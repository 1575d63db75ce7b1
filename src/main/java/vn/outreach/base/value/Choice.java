package vn.outreach.base.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One code of a list: of an enum's constants, or of codes that no class of ours stands for. */
public record Choice<E>(Map<String, E> codes) implements ValueType<E> {

    private static final Text TEXT = Text.line(100);

    public static <E extends Enum<?>> Choice<E> of(Class<E> constants) {
        Map<String, E> codes = new LinkedHashMap<>();
        Arrays.stream(constants.getEnumConstants()).forEach(constant -> codes.put(constant.name(), constant));
        return new Choice<>(codes);
    }

    public static Choice<String> of(String... codes) {
        Map<String, String> known = new LinkedHashMap<>();
        List.of(codes).forEach(code -> known.put(code, code));
        return new Choice<>(known);
    }

    @Override
    public @Nullable E read(FieldName name, @Nullable Object raw) {
        String code = TEXT.read(name, raw);
        if (code == null) {
            return null;
        }
        E chosen = codes.get(code);
        if (chosen == null) {
            throw name.choice(String.join(", ", codes.keySet()));
        }
        return chosen;
    }

    @Override
    public Object kept(E value) {
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
