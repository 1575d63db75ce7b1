/**
 * The checks that a start in the profile production must pass.
 * Nothing outside boot/ knows them: what is safe does not depend on what is called a production.
 * Begin at ProductionSettings (before the context) and ProductionStartupCheck (after the engine).
 */
package vn.outreach.boot.production;
