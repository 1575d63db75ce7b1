package vn.outreach.security.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * The second way to log in: the office's directory says who it is, and the webapps' own session begins as after the
 * password form, so that everything behind it, <em>log out</em> included, is the same.
 */
@Configuration
@Profile("oidc")
@EnableConfigurationProperties(OidcSettings.class)
class OidcLogin {

    static final String REGISTRATION = "outreach";
    static final String BEGIN =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/" + REGISTRATION;

    private static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

    private final OidcSettings settings;
    private final String baseUrl;

    OidcLogin(OidcSettings settings, @Value("${outreach.base-url}") String baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** Asks the provider for its description at the first login, not at the start. */
    @Bean
    ClientRegistrationRepository directories() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(directory()));
    }

    private ClientRegistration directory() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                // Never from the Host header of a request.
                .redirectUri(baseUrl + RETURN)
                .userNameAttributeName(settings.userClaim())
                .build();
    }

    void addTo(HttpSecurity http, ClientRegistrationRepository directories, OidcArrival arrival) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(
                directories, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.clientRegistrationRepository(directories)
                .authorizedClientRepository(new NoTokens())
                .loginPage("/camunda/app/")
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(new AskingAgain(requests)))
                .successHandler(arrival)
                .failureHandler(arrival));
    }

    /** Who logged out in this browser wants to be asked: the provider may remember its own session. */
    private record AskingAgain(OAuth2AuthorizationRequestResolver usual) implements OAuth2AuthorizationRequestResolver {

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return asked(usual.resolve(request), request);
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return asked(usual.resolve(request, registration), request);
        }

        private static OAuth2AuthorizationRequest asked(OAuth2AuthorizationRequest login, HttpServletRequest request) {
            return login == null || !LeftCookie.isSent(request)
                    ? login
                    : OAuth2AuthorizationRequest.from(login)
                            .additionalParameters(parameters -> parameters.put("prompt", "login"))
                            .build();
        }
    }

    /** The provider's tokens say who somebody is, once; nothing here has a use for them afterwards. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Deliberately kept nowhere.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}
