import {el} from '../../../../../../app/lib/dom.js';
import {t} from '../../../../../../app/lib/text.js';

/** With the tab key it is a long way through header, filters and list to the form. */

const FIELD = '.form-pane .fjs-container :is(input, textarea, select):not([type=hidden], [disabled], [tabindex="-1"])';

document.body.prepend(el('button', {type: 'button', class: 'ou-to-form', on: {click: () => {
  const place = document.querySelector(FIELD) ?? document.querySelector('.task-details .nav-tabs a, ol.tasks-list li a');
  place?.scrollIntoView({block: 'center'});
  place?.focus({preventScroll: true});
}}}, t('Đến biểu mẫu', 'Skip to the form')));
