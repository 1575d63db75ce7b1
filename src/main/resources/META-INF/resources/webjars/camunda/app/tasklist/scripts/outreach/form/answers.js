import {offerCandidate} from '../candidate.js';
import {offerNext} from '../next.js';
import {refuse} from '../refused.js';
import {forgetInBrowser} from './drafts.js';
import {element, input, openForm} from './open-form.js';

/** What the engine answers to a form: a refusal stands at its field, and after completing the enterprise's next task is offered. */

/** Tasklist tells nobody what the engine answered to a form, so its requests are listened to. */
export function listenToAnswers() {
  const original = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function(method, url, ...others) {
    const task = method === 'POST' && /\/task\/([^/]+)\/submit-form$/.exec(String(url).split('?')[0]);
    if (task) {
      this.addEventListener('loadend', () => answered(task[1], this));
    }
    return original.call(this, method, url, ...others);
  };
}

function answered(taskId, request) {
  const form = openForm();
  if (form?.id !== taskId) {
    return;
  }
  const {status} = request;
  if (status >= 200 && status < 300) {
    form.dirty = false;
    forgetInBrowser(form);
    offerNext(form.id, form.about);
  } else if (status >= 400) {
    const sentence = sentenceOf(request.responseText);
    mark(form, request.getResponseHeader('Outreach-Field'), sentence);
    offerCandidate(form.pane, request.getResponseHeader('Outreach-Code'), sentence);
  }
}

function sentenceOf(text) {
  try {
    return JSON.parse(text).message ?? '';
  } catch (noJson) {
    return '';
  }
}

/** What is refused because of a field is said at that field. */
function mark(form, key, sentence) {
  const named = form.fields.find(field => field.key === key);
  const place = named && element(form, named);
  if (place) {
    refuse(place, sentence);
    place.scrollIntoView({block: 'center'});
    (input(form, named) ?? place.querySelector('input, textarea, [tabindex]'))?.focus({preventScroll: true});
  }
}
