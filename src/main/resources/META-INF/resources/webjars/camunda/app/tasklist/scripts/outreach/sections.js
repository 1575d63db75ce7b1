import {el} from '../../../../../../app/lib/dom.js';
import {t} from '../../../../../../app/lib/text.js';

/** A long form can be read by its required fields alone, and by its sections: the survey has ten of them on five screens. */

const FORM = '.form-pane .fjs-container';
const SECTION = '.fjs-form-field-group';
const LONG = 20;

let drawing;

new MutationObserver(() => {
  drawing ??= requestAnimationFrame(() => {
    drawing = undefined;
    document.querySelectorAll(FORM).forEach(draw);
  });
}).observe(document.documentElement, {childList: true, subtree: true});

function draw(form) {
  const sections = [...form.querySelectorAll(SECTION)];
  // Other strips may come between the bar and the form.
  const bar = form.parentElement.querySelector(':scope > .ou-sections');
  if (form.querySelectorAll('.fjs-form-field').length < LONG || sections.length === 0) {
    bar?.remove();
    form.classList.remove('ou-required-only');
    return;
  }
  const names = sections.map(name);
  if (bar?.dataset.names !== String(names)) {
    bar?.remove();
    form.before(barOf(form, names));
  }
}

const name = section => section.querySelector(':scope > .fjs-form-field-label')?.textContent.trim() ?? '';

function barOf(form, names) {
  const required = el('button', {type: 'button', class: 'ou-button', 'aria-pressed': String(form.classList.contains('ou-required-only')),
    on: {click: () => required.setAttribute('aria-pressed', String(form.classList.toggle('ou-required-only')))}},
  t('Chỉ ô bắt buộc', 'Required only'));
  const sections = el('select', {'aria-label': t('Đến phần', 'Go to section'), on: {change: () => {
    form.classList.remove('ou-required-only');
    required.setAttribute('aria-pressed', 'false');
    const section = [...form.querySelectorAll(SECTION)].find(one => name(one) === sections.value);
    section?.scrollIntoView({block: 'start'});
    section?.querySelector('input, textarea, select, [tabindex]')?.focus({preventScroll: true});
    sections.value = '';
  }}}, el('option', {value: ''}, t('Đến phần…', 'Go to…')), names.map(one => el('option', {value: one}, one)));
  return el('div', {class: 'ou-part ou-sections', 'data-names': String(names)}, required, sections);
}
