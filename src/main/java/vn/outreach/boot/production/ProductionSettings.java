package vn.outreach.boot.production;

import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * In the profile {@code production} looks at the settings before anything is built of them: no database was touched and
 * no port opened when they are refused. Registered in {@code META-INF/spring.factories}.
 */
class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final Profiles PRODUCTION = Profiles.of("production");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        if (settings.acceptsProfiles(PRODUCTION)) {
            inspect(settings).conclude();
        }
    }

    private static Inspection inspect(ConfigurableEnvironment settings) {
        Inspection inspection = new Inspection();
        new NetworkCheck(settings).look(inspection);
        new DatabaseCheck(settings).look(inspection);
        new SecretsCheck(settings).look(inspection);
        new LoggingCheck(settings, name -> LoggerFactory.getLogger(name).isDebugEnabled()).look(inspection);
        new OperationsCheck(settings).look(inspection);
        new MailCheck(settings).look(inspection);
        return inspection;
    }

    /** Last: whatever else prepares the settings has done so. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
