// @ts-check
import {offlineSentence} from './network.js';

/**
 * Camunda's notices in its webapps. They stand in a strip above the page, where they cover nothing, and leave with the
 * person's next act or after some seconds: what they say is about what was done just before.
 */

const PLACE = '.page-notifications';
const ALERT = `${PLACE} .alert`;
const SHOWN = 12_000;
/** The same press or key that made the notice does not end it. */
const FRESH = 700;
/** What Tasklist puts in front of the server's sentence: <task> <- */
const WRAPPED = /^(?:(?:<|&lt;)\w+(?:>|&gt;)\s*(?:<|&lt;)-\s*)+/;
/** How headings end that a sentence follows: Camunda puts a colon behind a full stop. */
const ENDED = /(?:\s*[.:])+\s*$/;
/** When each was seen first. @type {WeakMap<Element, number>} */
const since = new WeakMap();

export function tendAlerts() {
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true, characterData: true});
  // Not before the click is through: the page moves up, and the button under the finger with it.
  ['click', 'keydown'].forEach(act => addEventListener(act, event => {
    if (!(event.target instanceof Element && event.target.closest(PLACE))) {
      document.querySelectorAll(ALERT).forEach(alert => Date.now() - (since.get(alert) ?? 0) > FRESH && close(alert));
    }
  }, true));
}

function look() {
  document.querySelectorAll(ALERT).forEach(alert => {
    if (!since.has(alert)) {
      since.set(alert, Date.now());
      setTimeout(() => close(alert), SHOWN);
    }
    const message = alert.querySelector('.message');
    const status = alert.querySelector('.status');
    if (status && WRAPPED.test(status.textContent)) {
      // The same sentence stands behind it.
      status.textContent = '';
    }
    if (message?.textContent.includes(offlineSentence())) {
      // It is said once already, for all that could not be fetched.
      close(alert);
    } else if (message?.textContent && status?.textContent && ENDED.test(status.textContent)) {
      status.textContent = status.textContent.replace(ENDED, '');
    }
  });
  makeSpace();
}

/** The page begins below what is said. */
function makeSpace() {
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll(`${PLACE}, .ou-network`);
  const height = [...places].reduce((sum, place) => sum + place.offsetHeight, 0);
  document.documentElement.style.setProperty('--ou-notices', `${height}px`);
}

/** @param {Element} alert */
function close(alert) {
  /** Each has a second, hidden one, of the library's. @type {NodeListOf<HTMLElement>} */
  const buttons = alert.querySelectorAll('.close');
  buttons.forEach(button => button.click());
}
