/**
 * Everything about Camunda behind the package process: plugin, listeners, guards, visibility, errors of its REST APIs.
 * No service and no phase may know this package; only boot/ and demo/ do. Another engine is a change of this one.
 * Begin at plugin.OutreachEnginePlugin, which puts every part into the engine.
 *
 * <p>To look at when moving to another engine of the family:
 *
 * <ul>
 *   <li>All use of {@code org.camunda.bpm.engine.impl} is in this package, but for one class: {@code Authentication} in
 *       security/identity. Most of it is in guard/ (the classes of commands), then in model/, visibility/ and command/.
 *   <li>Private fields of the engine are read through {@code command.EngineField} alone: in model.OlderModels,
 *       hardening.PageLimits, hardening.ExternalTaskLimits and hardening.SafeQueries. A start fails for a renamed one.
 *   <li>Inner classes of the engine have a subclass here: its managers (visibility.QueryVisibility, GuardedComments and
 *       GuardedAttachments, hardening.SafeFilters), its login (guard.SlowedLogins, PasswordRules), its messages
 *       (guard.CompleteMessages), its grants (guard.AuthorizationChecks, visibility.GroupsOnlyAuthorizations), history
 *       (history.ReferenceFreeHistory), scripts (model.NoScripts), incidents (task.ToldIncidentHandler), polls
 *       (rest.LongPolls), and each CommandInterceptor.
 *   <li>Sentences of the engine's errors are compared in rest.ClientErrorClassifier and rest.EngineErrors.
 *   <li>Addresses of the engine's APIs are in web/http/Paths, in security/access and in access-rules.txt.
 *   <li>Outside of this package, rules/ sets up the decision engine; web/http and security/access know the sessions of
 *       the webapps.
 * </ul>
 */
package vn.outreach.engine;
