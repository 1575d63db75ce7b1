import {replaceTexts} from '../../../../../app/lib/replace.js';
import {ENGLISH, language} from '../../../../../app/lib/text.js';

/**
 * In English, Tasklist says the names of tasks, processes, filters and fields in English: where labels are drawn, whole
 * labels only. Nothing that people typed stands there, so a note or a name that is the same word stays.
 */
const LABELS = [
  '.task-filters .task-filter h4', '.task-filters .task-filter .description', '.tasks-list .task h4', '.tasks-list .task .process-definition',
  '.task-details .task-card > header :is(h2, h3)', '.modal-body ul.processes', '.modal-header',
  '.fjs-container :is(label, legend, .fjs-form-field-label, .fjs-inline-label, .fjs-dropdownlist-item, .fjs-select-display)'
].join(', ');

if (language() === 'en') {
  replaceTexts(LABELS, Object.fromEntries(ENGLISH));
}
