/**
 * The engine's REST APIs: how refusals and errors are answered, and how long a poll may wait.
 * The product's own API answers through web/; which addresses are open stands in access-rules.txt.
 * Begin at EngineApis and EngineErrors.
 */
@NullMarked
package vn.outreach.engine.rest;

import org.jspecify.annotations.NullMarked;
