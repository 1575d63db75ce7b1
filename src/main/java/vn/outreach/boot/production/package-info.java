/**
 * The checks that a start in the profile production must pass.
 * Nothing outside boot/ knows them: what is safe does not depend on what is called a production.
 * Begin at ProductionSettings (before the context) and ProductionStartupCheck (after the engine).
 */
@NullMarked
package vn.outreach.boot.production;

import org.jspecify.annotations.NullMarked;
