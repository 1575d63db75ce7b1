package vn.outreach.security.access;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * One chain in front of everything: an address that cannot be read in two ways, then who asks, then the list of what is
 * allowed. Logins and sessions are Camunda's own, so that its <em>log out</em> really logs out.
 */
@Configuration
class AccessConfiguration {

    @Bean
    SecurityFilterChain accessChain(
            HttpSecurity http,
            AccessDecision decision,
            BasicLogin basic,
            SessionLogin session,
            AccessAnswers answers,
            IdentityService identities,
            ObjectProvider<OidcLogin> oidc,
            ObjectProvider<ClientRegistrationRepository> directories,
            ObjectProvider<OidcArrival> arrival)
            throws Exception {
        OidcLogin directory = oidc.getIfAvailable();
        if (directory != null) {
            directory.addTo(http, directories.getObject(), arrival.getObject());
            http.addFilterBefore(new OidcEntryFilter(session), AnonymousAuthenticationFilter.class);
        }
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // The session is Camunda's: Spring neither keeps anything in it nor changes its number.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(contexts -> contexts.securityContextRepository(new NullSecurityContextRepository()))
                .addFilterBefore(
                        new CallerFilter(decision, basic, session, answers, identities),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests -> requests
                        // What the request itself was judged for: the page of an error, a page forwarded to.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(decision))
                .build();
    }

    /**
     * Refuses double slashes, dots, semicolons, encoded separators and unknown verbs before anybody looks at the
     * address.
     */
    @Bean
    HttpFirewall firewall() {
        return new StrictHttpFirewall();
    }

    /** There are no users but the engine's; without this bean Spring would make one and print its password. */
    @Bean
    UserDetailsService noOtherUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
