/**
 * What a request and an answer may look like: headers, nonces, hosts, bodies, sessions, time limits.
 * Who asks and what is allowed is in security/access.
 * Begin at FilterOrder and HttpConfiguration.
 */
@NullMarked
package vn.outreach.web.http;

import org.jspecify.annotations.NullMarked;
