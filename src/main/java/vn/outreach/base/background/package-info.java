/**
 * Work that runs by itself beside the job executor.
 * What is done there stands in the package whose work it is.
 * Begin at Background.
 */
package vn.outreach.base.background;
