/**
 * How something leaves the product: claimed by one node, handed over, tried again, given up; addresses that are refused.
 * What is sent, to whom and in which words stands in the package whose table holds it.
 * Begin at DeliveryRun and Outbox.
 */
@NullMarked
package vn.outreach.base.delivery;

import org.jspecify.annotations.NullMarked;
