/**
 * How the product's own commands run: source, deputy, retries, the engine's clock, private fields (EngineField).
 * Rules of who may do what are in guard/ and visibility/.
 * Begin at EnginePrivilegedCommands, CommandSource and RetryInterceptor.
 */
@NullMarked
package vn.outreach.engine.command;

import org.jspecify.annotations.NullMarked;
