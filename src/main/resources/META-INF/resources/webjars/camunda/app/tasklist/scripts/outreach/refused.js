import {el} from '../../../../../../app/lib/dom.js';

/** What is wrong with an answer stands at its field, until the person changes it. */

const MARK = 'data-ou-refused';

export function refuse(place, sentence) {
  accept(place);
  // form-js sets its own classes anew whenever it draws the field.
  place.setAttribute(MARK, '');
  place.append(el('p', {class: 'ou-error', role: 'alert'}, sentence));
}

export function accept(place) {
  if (place?.hasAttribute(MARK)) {
    place.removeAttribute(MARK);
    place.querySelectorAll(':scope > .ou-error').forEach(old => old.remove());
  }
}
