/**
 * The brake on wrong passwords, and logins that were proven a moment ago.
 * Which login a request brings is found out in access/.
 * Begin at LoginThrottle and KnownLogins.
 */
@NullMarked
package vn.outreach.security.login;

import org.jspecify.annotations.NullMarked;
