/**
 * Talks with the owner: materials, meeting, result (ownerPersuasion).
 * The contact log is in register/contact, the catalogue of materials in register/material.
 * Begin at PersuasionService.
 */
@NullMarked
package vn.outreach.lifecycle.persuasion;

import org.jspecify.annotations.NullMarked;
