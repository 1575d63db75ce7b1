package vn.outreach.engine.hardening;

import java.io.NotSerializableException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;

/**
 * Stands where the engine's serializer for Java objects stood: writes none and reads none. The engine's own setting
 * stops Java streams that come from outside, but still writes the objects of Java callers and reads what lies in the
 * database.
 */
public final class NoJavaStreams extends JavaObjectSerializer {

    public static void into(ProcessEngineConfigurationImpl engine) {
        VariableSerializers serializers = engine.getVariableSerializers();
        int place = serializers.getSerializerIndexByName(NAME);
        serializers.removeSerializer(serializers.getSerializerByName(NAME));
        serializers.addSerializer(new NoJavaStreams(), place);
    }

    @Override
    protected boolean canSerializeValue(Object value) {
        return false;
    }

    @Override
    protected byte[] serializeToByteArray(Object object) throws NotSerializableException {
        throw new NotSerializableException("Java objects are not written");
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String objectTypeName) throws NotSerializableException {
        throw new NotSerializableException("Java objects are not read");
    }
}
