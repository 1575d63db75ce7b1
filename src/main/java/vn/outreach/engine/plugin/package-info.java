/**
 * The engine's plugin and the listeners that it adds to every model at deployment.
 * No rule is decided here: each listener hands over to the package whose rule it is.
 * Begin at OutreachEnginePlugin, then OutreachParseListener.
 */
@NullMarked
package vn.outreach.engine.plugin;

import org.jspecify.annotations.NullMarked;
