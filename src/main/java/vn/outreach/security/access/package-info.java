/**
 * Filters that find out who asks and ask access-rules.txt whether the request may pass.
 * Nothing outside relies on who was let in: every package has its own checks.
 * Begin at AccessConfiguration and AccessRules.
 */
@NullMarked
package vn.outreach.security.access;

import org.jspecify.annotations.NullMarked;
