/**
 * Habits of the product's REST API: bodies, parameters, pages of lists, problem details, downloads.
 * No address of a subject is here: each package has its own controllers.
 * Begin at Problems and Body.
 */
@NullMarked
package vn.outreach.web;

import org.jspecify.annotations.NullMarked;
