/**
 * The outreach product: one application in twelve packages, each of which knows only those below it.
 * No class but the application stands here; PackageRulesTest lists the order of the packages.
 * Begin at OutreachApplication, then at lifecycle/ for the processes and engine/ for Camunda.
 */
@NullMarked
package vn.outreach;

import org.jspecify.annotations.NullMarked;
