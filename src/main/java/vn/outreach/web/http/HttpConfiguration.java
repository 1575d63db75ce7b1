package vn.outreach.web.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.outreach.base.database.DatabaseWatch;

/** The doors of the application, in the order of {@link FilterOrder}. */
@Configuration
@EnableConfigurationProperties(WebSettings.class)
class HttpConfiguration {

    @Bean
    Nonces nonces() {
        return new Nonces();
    }

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter(Nonces nonces) {
        return door(new HeadersFilter(nonces), FilterOrder.HEADERS, "/*");
    }

    @Bean
    FilterRegistrationBean<ReadinessFilter> readinessFilter(Readiness readiness) {
        return door(new ReadinessFilter(readiness), FilterOrder.READINESS, "/*");
    }

    @Bean
    FilterRegistrationBean<DatabaseAwayFilter> databaseAwayFilter(DatabaseWatch watch) {
        return door(new DatabaseAwayFilter(watch), FilterOrder.DATABASE, "/*");
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(
            @Value("${outreach.base-url}") URI baseUrl, @Value("${outreach.hosts}") List<String> hosts) {
        return door(new HostFilter(baseUrl, hosts), FilterOrder.HOST, "/*");
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(WebSettings settings) {
        return door(new BodyFilter(settings), FilterOrder.BODY, "/*");
    }

    @Bean
    FilterRegistrationBean<StaticFilesFilter> staticFilesFilter() {
        return door(new StaticFilesFilter(), FilterOrder.STATIC_FILES, "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilter(
            WebSettings settings, @Value("${server.servlet.session.timeout}") Duration visiting) {
        return door(new SessionFilter(settings.session(), visiting), FilterOrder.SESSION, "/camunda/*");
    }

    /** A door for what comes from outside; what goes on inside (forwards, error pages) has passed it already. */
    private static <F extends Filter> FilterRegistrationBean<F> door(F filter, int order, String paths) {
        FilterRegistrationBean<F> door = new FilterRegistrationBean<>(filter);
        door.addUrlPatterns(paths);
        door.setOrder(order);
        door.setDispatcherTypes(DispatcherType.REQUEST);
        return door;
    }
}
