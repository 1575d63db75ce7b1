/**
 * How the product's own commands run: source, deputy, retries, the engine's clock, private fields (EngineField).
 * Rules of who may do what are in guard/ and visibility/.
 * Begin at EnginePrivilegedCommands, CommandSource and RetryInterceptor.
 */
package vn.outreach.engine.command;
