/**
 * The contact log and how ready the owner's side was, inside the office only.
 * Contacts leave this package only to those whom ContactRights lets read them.
 * Begin at ContactService.
 */
@NullMarked
package vn.outreach.register.contact;

import org.jspecify.annotations.NullMarked;
