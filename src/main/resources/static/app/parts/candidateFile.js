// @ts-check
import {get, put} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {sayRefusal} from '../lib/dialogForm.js';
import {el, field, load, stylesheet, toast} from '../lib/dom.js';
import {day, today} from '../lib/format.js';
import {monthField} from '../lib/month.js';
import {t} from '../lib/text.js';
import candidatePapers from './candidatePapers.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Required} from './papers.js' */

stylesheet(new URL('./candidateFile.css', import.meta.url));
stylesheet(new URL('./papers.css', import.meta.url));

/** @type {[code: string, name: string][]} */
const SCHOOLING = [
  ['BELOW_THCS', t('Chưa tốt nghiệp trung học cơ sở', 'Below lower secondary school')],
  ['THCS_EQUIVALENT', t('Tương đương trung học cơ sở', 'Equivalent to lower secondary school')],
  ['THCS_PROGRAMME', t('Học hết chương trình trung học cơ sở', 'Lower secondary school attended to the end')],
  ['THCS_DEGREE', t('Tốt nghiệp trung học cơ sở', 'Lower secondary school')],
  ['HIGHER', t('Trung học phổ thông trở lên', 'Higher')]
];
/** @typedef {'citizen' | 'isOwner' | 'readmission' | 'inYouthUnion' | 'inUnion'} Flag */
/**
 * @typedef {{name: string | null, contact: string | null, birthMonth: string | null, schooling: string | null, certificateDate: string | null,
 *   consentGivenOn: string | null} & Record<Flag, boolean | null>} Candidate
 * @typedef {{value: string, showError: (sentence: string) => void, isWrong?: () => boolean, name?: string}} Control
 */

/** @type {[Flag, string][]} */
const FLAGS = [
  ['citizen', t('Công dân Việt Nam', 'Vietnamese citizen')],
  ['isOwner', t('Là chủ doanh nghiệp', 'Owner of the enterprise')],
  ['readmission', t('Kết nạp lại', 'Readmission')],
  ['inYouthUnion', t('Là đoàn viên thanh niên', 'Member of the youth union')],
  ['inUnion', t('Là đoàn viên công đoàn', 'Member of the union')]
];

/**
 * The restricted row of a candidate and which papers the file holds, for those who may read them. It shows what was entered
 * here and nothing else; what is typed and not saved is kept nowhere, on purpose.
 * @param {{candidateRef: string, required?: Required[]}} file
 */
export default function candidateFile({candidateRef, required = []}) {
  const root = el('section', {class: 'ou-part ou-candidate-file', 'aria-label': t('Hồ sơ quần chúng', 'Candidate')});
  const path = `/api/v1/candidates/${encodeURIComponent(candidateRef)}`;
  /** @type {() => Promise<[Candidate, {mayAdd: boolean}]>} */
  const both = async () => [await get(path), await get(`${path}/papers`)];
  const again = () => load(root, both, ([candidate, folder]) => [
    el('p', {class: 'ou-hint'}, t('Mã hồ sơ ', 'Reference '), el('strong', {}, candidateRef), '. ',
      t('Mỗi lần mở đều được ghi lại. Nội dung chưa lưu không được giữ ở đâu cả.',
        'Each opening is recorded. What is not saved is kept nowhere.')),
    folder.mayAdd ? form(candidate, path, again) : facts(candidate),
    el('h3', {}, t('Giấy tờ của hồ sơ', 'Papers of the file')),
    candidatePapers({candidateRef, required})
  ]);
  again();
  return root;
}

/** @type {(candidate: Candidate, path: string, again: () => void) => HTMLElement} */
function form(candidate, path, again) {
  const consented = Boolean(candidate.consentGivenOn);
  /** @type {Record<string, Control>} */
  const controls = {};
  const line = (/** @type {'name' | 'contact'} */ name, /** @type {string} */ label) => {
    const control = el('input', {name, maxlength: 255, autocomplete: 'off', value: candidate[name]});
    return kept(controls, name, control, field(label, control));
  };
  const nodes = [line('name', t('Họ và tên', 'Name')), line('contact', t('Cách liên hệ', 'How to reach the person'))];
  if (consented) {
    nodes.push(...withConsent(candidate, controls));
  }
  const failed = el('p', {class: 'ou-error', role: 'alert'});
  const submit = el('button', {class: 'ou-button ou-primary'}, t('Lưu', 'Save'));
  /** @type {(event: SubmitEvent) => Promise<void>} */
  const send = async event => {
    event.preventDefault();
    failed.textContent = '';
    Object.values(controls).forEach(control => control.showError(''));
    if (Object.values(controls).some(control => control.isWrong?.())) {
      return;
    }
    submit.disabled = true;
    try {
      await put(path, Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, answer(control)])));
      toast(t('Đã lưu hồ sơ.', 'Saved.'));
      again();
    } catch (failure) {
      sayRefusal(failure, controls, failed);
    } finally {
      submit.disabled = false;
    }
  };
  return el('form', {novalidate: true, autocomplete: 'off', on: {submit: send}},
    el('p', {class: consented ? 'ou-hint' : 'ou-late'}, consented
      ? t(`Người được giới thiệu đã đồng ý ngày ${day(candidate.consentGivenOn)}.`, `Consent given on ${day(candidate.consentGivenOn)}.`)
      : t('Người được giới thiệu chưa đồng ý: chỉ được ghi họ tên và cách liên hệ.', 'No consent yet: name and contact only.')),
    el('div', {class: 'ou-candidate-fields'}, nodes), failed, el('div', {class: 'ou-actions'}, submit));
}

/** @type {(candidate: Candidate, controls: Record<string, Control>) => HTMLElement[]} */
function withConsent(candidate, controls) {
  const birthMonth = monthField(t('Tháng, năm sinh', 'Month of birth'), {name: 'birthMonth', value: candidate.birthMonth});
  const schooling = choice('schooling', SCHOOLING, candidate.schooling);
  const certificateDate = dayField(t('Ngày cấp giấy chứng nhận bồi dưỡng về Đảng (nếu có)', 'Date of the course certificate (if any)'),
    {name: 'certificateDate', max: today(), value: candidate.certificateDate});
  return [
    kept(controls, 'birthMonth', birthMonth, birthMonth.node),
    kept(controls, 'schooling', schooling, field(t('Trình độ học vấn', 'Schooling'), schooling)),
    kept(controls, 'certificateDate', certificateDate, certificateDate.node),
    ...FLAGS.map(([name, label]) => {
      const flag = choice(name, [['true', t('Có', 'Yes')], ['false', t('Không', 'No')]], candidate[name]);
      return kept(controls, name, flag, field(label, flag));
    })
  ];
}

/** @type {(controls: Record<string, Control>, name: string, control: Control, node: HTMLElement) => HTMLElement} */
function kept(controls, name, control, node) {
  controls[name] = control;
  return node;
}

/**
 * Nothing is chosen before a person chooses.
 * @type {(name: string, options: [code: string, name: string][], value: string | boolean | null) => HTMLSelectElement}
 */
function choice(name, options, value) {
  const select = el('select', {name, autocomplete: 'off'}, el('option', {value: ''}, t('Chưa ghi', 'Not entered')),
    options.map(([code, label]) => el('option', {value: code}, label)));
  select.value = value === null || value === undefined ? '' : String(value);
  return select;
}

/** @param {Control} control */
function answer(control) {
  const text = control.value.trim();
  return text === '' ? null : FLAGS.some(([name]) => name === control.name) ? text === 'true' : text;
}

/** @param {Candidate} candidate */
function facts(candidate) {
  const yesNo = (/** @type {boolean | null} */ value) => value === null ? null : value ? t('Có', 'Yes') : t('Không', 'No');
  /** @type {[label: string, value: Child][]} */
  const rows = [
    [t('Họ và tên', 'Name'), candidate.name],
    [t('Cách liên hệ', 'How to reach the person'), candidate.contact],
    [t('Tháng, năm sinh', 'Month of birth'), candidate.birthMonth?.split('-').reverse().join('/')],
    [t('Trình độ học vấn', 'Schooling'), SCHOOLING.find(([code]) => code === candidate.schooling)?.[1]],
    [t('Giấy chứng nhận bồi dưỡng về Đảng', 'Course certificate'), candidate.certificateDate && day(candidate.certificateDate)],
    ...FLAGS.map(([name, label]) => /** @type {[string, Child]} */ ([label, yesNo(candidate[name])]))
  ];
  return el('dl', {}, rows.map(([label, value]) => [el('dt', {}, label), el('dd', {}, value ?? '–')]));
}
