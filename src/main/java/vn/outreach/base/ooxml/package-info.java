/**
 * Office files: what is one, and what in it runs or fetches.
 * No database, no request and no rule of the field is known here.
 * Begin at OfficePackage and ActiveContent.
 */
@NullMarked
package vn.outreach.base.ooxml;

import org.jspecify.annotations.NullMarked;
