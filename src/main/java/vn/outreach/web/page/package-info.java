/**
 * The shell of the pages below /app.
 * No data is in it: the pages ask the API, their modules are in static/app/pages.
 * Begin at WorkplacePages.
 */
package vn.outreach.web.page;
