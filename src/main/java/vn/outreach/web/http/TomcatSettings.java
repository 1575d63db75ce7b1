package vn.outreach.web.http;

import jakarta.servlet.ServletContainerInitializer;
import java.util.List;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What has to be told to Tomcat itself, and has no setting of Spring Boot's. */
@Component
class TomcatSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final WebSettings settings;
    private final List<ServletContainerInitializer> initializers;
    private final String trustedProxy;

    TomcatSettings(
            WebSettings settings,
            List<ServletContainerInitializer> initializers,
            @Value("${outreach.trusted-proxy}") String trustedProxy) {
        this.settings = settings;
        this.initializers = initializers;
        this.trustedProxy = trustedProxy.strip();
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(GuardedProtocol.class.getName());
        tomcat.addConnectorCustomizers(this::connector);
        tomcat.addContextCustomizers(this::context);
        if (!trustedProxy.isEmpty()) {
            tomcat.addEngineValves(forwarded());
        }
        tomcat.addEngineValves(new OuterValve());
    }

    private void context(Context context) {
        ((StandardHost) context.getParent()).setErrorReportValveClass(PlainErrorReport.class.getName());
        // Behind Spring Boot's own, so behind all that Camunda registers.
        initializers.forEach(initializer -> context.addServletContainerInitializer(initializer, Set.of()));
    }

    private void connector(Connector connector) {
        ((GuardedProtocol) connector.getProtocolHandler()).setHeaderDeadline(settings.headerDeadline());
        connector.setAllowTrace(false);
        connector.setXpoweredBy(false);
        // Passed on as they are, so that the rules of the application refuse them, with its own answer.
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    }

    /** Believes what a proxy says about the client, and only the proxy that was named. */
    private RemoteIpValve forwarded() {
        RemoteIpValve valve = new RemoteIpValve();
        // Tomcat's own default would trust every private address, so every computer of the office.
        valve.setInternalProxies(trustedProxy);
        valve.setTrustedProxies(null);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }
}
