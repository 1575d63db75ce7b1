/**
 * Forms of tasks as the engine hands them out, and the variables that a step leaves behind.
 * What stands in a form before anybody types is looked up in work/form.
 * Begin at PrefilledForms and DropRecordedFieldsListener.
 */
@NullMarked
package vn.outreach.engine.form;

import org.jspecify.annotations.NullMarked;
