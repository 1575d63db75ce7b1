package vn.outreach.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The doors of the application, outermost first: readiness, then the login for machines' paths. */
@Configuration
class WebConfiguration {

    private static final int LOGIN_ORDER = 10;

    @Bean
    FilterRegistrationBean<Readiness> readinessFilter(Readiness readiness) {
        FilterRegistrationBean<Readiness> door = new FilterRegistrationBean<>(readiness);
        door.addUrlPatterns("/*");
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    @Bean
    FilterRegistrationBean<BasicLoginFilter> basicLoginFilter(IdentityService identities, EngineUsers users) {
        FilterRegistrationBean<BasicLoginFilter> door =
                new FilterRegistrationBean<>(new BasicLoginFilter(identities, users));
        door.addUrlPatterns("/engine-rest/*", "/api/*");
        door.setOrder(LOGIN_ORDER);
        return door;
    }
}
