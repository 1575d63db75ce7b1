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

/** The filters of the application, in the order of {@link FilterOrder}. */
@Configuration
@EnableConfigurationProperties(WebSettings.class)
class HttpConfiguration {

    @Bean
    Nonces nonces() {
        return new Nonces();
    }

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter(Nonces nonces) {
        return filter(new HeadersFilter(nonces), FilterOrder.HEADERS, "/*");
    }

    @Bean
    FilterRegistrationBean<ReadinessFilter> readinessFilter(Readiness readiness) {
        return filter(new ReadinessFilter(readiness), FilterOrder.READINESS, "/*");
    }

    @Bean
    FilterRegistrationBean<DatabaseAwayFilter> databaseAwayFilter(DatabaseWatch watch) {
        return filter(new DatabaseAwayFilter(watch), FilterOrder.DATABASE, "/*");
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(
            @Value("${outreach.base-url}") URI baseUrl, @Value("${outreach.hosts}") List<String> hosts) {
        return filter(new HostFilter(baseUrl, hosts), FilterOrder.HOST, "/*");
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(WebSettings settings) {
        return filter(new BodyFilter(settings), FilterOrder.BODY, "/*");
    }

    @Bean
    FilterRegistrationBean<StaticFilesFilter> staticFilesFilter() {
        return filter(new StaticFilesFilter(), FilterOrder.STATIC_FILES, "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilter(
            WebSettings settings, @Value("${server.servlet.session.timeout}") Duration visiting) {
        return filter(new SessionFilter(settings.session(), visiting), FilterOrder.SESSION, "/camunda/*");
    }

    /** A filter for what comes from outside; what goes on inside (forwards, error pages) has passed it already. */
    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order, String paths) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
