package vn.outreach.security.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The office's directory, with the profile {@code oidc}.
 *
 * @param issuer address of the provider; its description is read at the first login, so that the application starts
 *     without it
 * @param userClaim the claim that holds the engine's user id
 */
@ConfigurationProperties("outreach.oidc")
record OidcSettings(String issuer, String clientId, String clientSecret, String userClaim) {}
