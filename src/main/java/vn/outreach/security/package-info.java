/**
 * Who gets in and who may what: identity, access rules of addresses, logins, audit.
 * Rights on single tasks and cases are in engine/guard and engine/visibility.
 * Begin at access/ for requests and identity/ for units and grants.
 */
@NullMarked
package vn.outreach.security;

import org.jspecify.annotations.NullMarked;
