package vn.outreach.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The login for machines' paths; the other doors stand in the room {@code door}. */
@Configuration
class WebConfiguration {

    private static final int LOGIN_ORDER = 10;

    @Bean
    FilterRegistrationBean<BasicLoginFilter> basicLoginFilter(IdentityService identities, EngineUsers users) {
        FilterRegistrationBean<BasicLoginFilter> door =
                new FilterRegistrationBean<>(new BasicLoginFilter(identities, users));
        door.addUrlPatterns("/engine-rest/*", "/api/*");
        door.setOrder(LOGIN_ORDER);
        return door;
    }
}
