/**
 * Decisions that leave no trace in the engine: they run at every task or see a candidate's data, so they are evaluated
 * on a DMN engine of our own, over the same files that are deployed.
 */
package vn.outreach.rules;
