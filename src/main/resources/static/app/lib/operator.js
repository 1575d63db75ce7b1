// @ts-check
import {me} from './session.js';

/**
 * Marks the page for administrators: Cockpit shows its buttons for repairs, and Tasklist those for filters, to everybody,
 * who would only be refused. Asked again after the login, which is a page of the same app.
 */
export function markOperators() {
  const ask = () => me().then(
    person => document.documentElement.classList.toggle('ou-operator', person.opens.includes('admin')),
    // Nobody is logged in yet.
    () => document.documentElement.classList.remove('ou-operator'));
  ask();
  addEventListener('hashchange', ask);
}
