/**
 * What is known: enterprises, candidates, contacts, materials and the ledger of steps.
 * No process, no task and no engine is known here.
 * Begin at enterprise/ and ledger/.
 */
@NullMarked
package vn.outreach.register;

import org.jspecify.annotations.NullMarked;
