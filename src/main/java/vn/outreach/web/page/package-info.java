/**
 * The shell of the pages below /app.
 * No data is in it: the pages ask the API, their modules are in static/app/pages.
 * Begin at WorkplacePages.
 */
@NullMarked
package vn.outreach.web.page;

import org.jspecify.annotations.NullMarked;
