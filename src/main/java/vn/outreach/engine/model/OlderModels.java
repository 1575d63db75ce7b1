package vn.outreach.engine.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.application.ProcessApplicationRegistration;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.RegisterProcessApplicationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessApplicationDeploymentImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.ProcessApplicationDeploymentBuilderImpl;
import vn.outreach.base.database.ProductVersions;
import vn.outreach.engine.command.EngineField;

/**
 * Deploys the jar's own models only where they are newer than what the database has seen; else the application works
 * with those that are there. The engine itself would take any difference for a new version.
 */
public final class OlderModels extends CommandInterceptor {

    private static final EngineField<DeploymentBuilderImpl> BUILDER =
            EngineField.of(DeployCmd.class, "deploymentBuilder", DeploymentBuilderImpl.class);

    private final ProductVersions versions;

    public OlderModels(ProductVersions versions) {
        this.versions = versions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeployCmd)
                || !(BUILDER.in(command) instanceof ProcessApplicationDeploymentBuilderImpl own)) {
            return next.execute(command);
        }
        versions.settle(fingerprint(own.getDeployment().getResources()));
        DeploymentEntity newer = versions.isOlder() ? latest(own.getDeployment().getName()) : null;
        return newer == null ? next.execute(command) : registered(newer, own);
    }

    private DeploymentEntity latest(String name) {
        return next.execute(context -> context.getDeploymentManager().findLatestDeploymentByName(name));
    }

    @SuppressWarnings("unchecked")
    private <T> T registered(DeploymentEntity newer, ProcessApplicationDeploymentBuilderImpl own) {
        ProcessApplicationRegistration registration =
                next.execute(new RegisterProcessApplicationCmd(newer.getId(), own.getProcessApplicationReference()));
        return (T) new ProcessApplicationDeploymentImpl(newer, registration);
    }

    private static String fingerprint(Map<String, ResourceEntity> models) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(models).forEach((name, model) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(model.getBytes());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
