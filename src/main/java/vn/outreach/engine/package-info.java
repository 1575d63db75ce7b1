/**
 * Everything about Camunda behind the package process: plugin, listeners, guards, visibility, errors of its REST APIs.
 * No service and no phase may know this package; only boot/ and demo/ do. Another engine is a change of this one.
 * Begin at plugin.OutreachEnginePlugin, which puts every part into the engine.
 *
 * <p>What of Camunda's inside is used, by which class, stands in {@code src/docs/engine-internals.txt}: a move to another
 * engine of the family looks at that list, at the sentences of errors that rest.ClientErrorClassifier and
 * rest.EngineErrors compare, and at the addresses in web/http/Paths, security/access and access-rules.txt.
 */
@NullMarked
package vn.outreach.engine;

import org.jspecify.annotations.NullMarked;
