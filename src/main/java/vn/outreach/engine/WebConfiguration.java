package vn.outreach.engine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The outermost door: nobody comes in before the application is complete. */
@Configuration
class WebConfiguration {

    @Bean
    FilterRegistrationBean<Readiness> readinessFilter(Readiness readiness) {
        FilterRegistrationBean<Readiness> door = new FilterRegistrationBean<>(readiness);
        door.addUrlPatterns("/*");
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }
}
