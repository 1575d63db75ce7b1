// @ts-check
import {el, stylesheet} from '../lib/dom.js';
import {day, number} from '../lib/format.js';
import {named, t} from '../lib/text.js';

stylesheet(new URL('./said.css', import.meta.url));

/** So many steps stand open above a form; the rest is one click away. */
const OPEN = 3;

/**
 * @typedef {{label: string, value: string | number | boolean, day: boolean}} Said
 * @typedef {{name: string, person: import('../lib/api.js').Named, day: string, result: string | null, said: Said[]}} Step
 */

/** What a recorded step left for those who go on, each with the label of its field; nothing where it left nothing. @param {Said[]} words */
export function said(words) {
  return words.length > 0 && el('dl', {class: 'ou-said'}, words.map(one => el('div', {},
    el('dt', {}, named(one.label)), el('dd', {}, text(one)))));
}

/** Above a form: the steps that came before it, the newest first, and what they left. @param {Step[]} steps */
export function earlier(steps) {
  const list = (/** @type {Step[]} */ some) => el('ol', {class: 'ou-earlier-steps'}, some.map(step));
  return steps.length > 0 && el('section', {class: 'ou-part ou-earlier', 'aria-label': t('Bước trước để lại', 'Left by earlier steps')},
    el('h4', {}, t('Bước trước để lại', 'Left by earlier steps')),
    list(steps.slice(0, OPEN)),
    steps.length > OPEN && el('details', {},
      el('summary', {}, t(`${steps.length - OPEN} bước trước nữa`, `${steps.length - OPEN} earlier steps`)),
      list(steps.slice(OPEN))));
}

/** @param {Step} shown */
function step({name, person, day: on, result, said: words}) {
  return el('li', {},
    el('p', {}, el('strong', {}, named(name)), result && ` – ${result}`,
      el('span', {class: 'ou-source'}, ` · ${person.id === 'system' ? t('Hệ thống', 'The system') : person.name}, ${day(on)}`)),
    said(words));
}

/** @param {Said} one */
function text({value, day: isDay}) {
  return isDay ? day(String(value)) : typeof value === 'number' ? number(value) : String(value);
}
