/**
 * The processes, one package each: a service decides, delegates translate, a Process class mirrors the model.
 * No phase knows another: they meet in the register, the ledger and the model of the case.
 * Begin at outreachcase/, which calls the phases; the models are in processes/.
 */
@NullMarked
package vn.outreach.lifecycle;

import org.jspecify.annotations.NullMarked;
