// @ts-check
import {patch} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {dialog, el, field} from '../lib/dom.js';
import {dialogForm} from '../lib/dialogForm.js';
import {day, number} from '../lib/format.js';
import {MEASURES, PERIODS, PLAN_STATUSES, measureName, wordOf} from '../lib/plan.js';
import {t} from '../lib/text.js';
import {sendAmendment} from './planAmend.js';
import {choicesOf, wholeField} from './planForm.js';
import planTable from './planTable.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Head, Measure, Target} from '../lib/plan.js' */

/** @type {Record<Measure, Target>} */
const TARGETS = {SURVEY: 'targetSurveys', MEETING: 'targetMeetings', UNION: 'targetUnions', CELL: 'targetCells', ADMISSION: 'targetAdmissions'};
const QUARTERS = [1, 2, 3, 4];

/** @param {Head | null} head */
export const isDraft = head => !head || head.status === 'DRAFT';

/**
 * What a year's plan is, what it wants to reach, and how far it has come.
 *
 * @param {object} plan
 * @param {number} plan.year
 * @param {Head | null} plan.head as the server has it; null where the year has none yet
 * @param {boolean} [plan.writes] whether the person may write it
 * @param {() => void} [plan.changed] called when it was changed
 * @param {boolean} [plan.open] whether basis, purpose and targets are shown at once
 */
export default function planHead({year, head, writes = false, changed = () => {}, open = false}) {
  const status = head?.status ?? 'DRAFT';
  return el('section', {class: 'ou-part ou-plan-about', 'aria-label': t('Đầu mục kế hoạch', 'Head of the plan')},
    el('p', {class: 'ou-plan-state'}, el('span', {class: 'ou-plan-badge'}, head ? wordOf(PLAN_STATUSES, status) : t('Chưa lập', 'Not begun')), ' ', steps(head)),
    head?.returnedReason && el('div', {class: 'ou-failure'}, el('strong', {}, t('Trả lại để sửa: ', 'Returned: ')), head.returnedReason),
    head?.title && el('p', {class: 'ou-plan-title'}, head.title),
    head && head.namelessRows > 0 && el('p', {class: 'ou-plan-warn'}, t(`Còn ${number(head.namelessRows)} dòng chưa có người phụ trách hoặc bộ phận tham mưu; trình duyệt thì phải đủ.`,
      `${number(head.namelessRows)} rows have nobody responsible or no unit yet; a submitted plan names both.`)),
    head && el('details', {class: 'ou-plan-more-head', open}, el('summary', {}, t('Căn cứ, mục đích, chỉ tiêu', 'Basis, purpose, targets')),
      part(t('Căn cứ', 'Basis'), head.basis), part(t('Mục đích', 'Purpose'), head.purpose),
      targets(head)),
    writes && isDraft(head) && el('button', {type: 'button', class: 'ou-button', on: {click: () => edit(year, head, changed)}},
      t('Sửa đầu mục, chỉ tiêu', 'Change head and targets')),
    writes && head?.status === 'APPROVED' && el('button', {type: 'button', class: 'ou-button', 'data-action': 'amend-targets', on: {click: () => amendTargets(year, head, changed)}},
      t('Đề nghị đổi chỉ tiêu…', 'Propose other targets…')));
}

/**
 * Targets of an approved plan are only proposed: the standing committee decides.
 * @type {(year: number, head: Head, changed: () => void) => Promise<void>}
 */
function amendTargets(year, head, changed) {
  return dialog(t(`Đề nghị đổi chỉ tiêu năm ${year}`, `Propose other targets of ${year}`), close => {
    const whole = wholeTargets(head);
    const reason = el('textarea', {name: 'reason', rows: 2, maxlength: 2000});
    return dialogForm({
      close, again: changed, yes: t('Gửi đề nghị', 'Propose'), controls: {...controlsOf(whole), reason},
      fields: [whole.map(({node}) => node), field(t('Lý do', 'Reason'), reason)],
      ready: () => !whole.some(one => one.wrong()),
      send: () => sendAmendment(year, {targets: targetsOf(whole.filter(one => one.read() !== (head[TARGETS[one.measure]] ?? null)))}, reason.value.trim() || null)
    });
  });
}

/** The five targets as fields. @param {Head | null} head */
const wholeTargets = head => MEASURES.map(([measure, name]) => ({measure, ...wholeField(name, {name: TARGETS[measure], value: head?.[TARGETS[measure]]})}));
/** @param {ReturnType<typeof wholeTargets>} whole */
const controlsOf = whole => Object.fromEntries(whole.map(({measure, control}) => [TARGETS[measure], control]));
/** @param {ReturnType<typeof wholeTargets>} whole */
const targetsOf = whole => Object.fromEntries(whole.map(one => [TARGETS[one.measure], one.read()]));

/** @param {Head | null} head */
function steps(head) {
  if (!head) {
    return null;
  }
  return [
    head.draftedOn && t(`${head.draftedByName ?? head.draftedBy} trình ngày ${day(head.draftedOn)}`, `submitted by ${head.draftedByName ?? head.draftedBy} on ${day(head.draftedOn)}`),
    head.approvedOn && t(`${head.approvedByName ?? head.approvedBy} phê duyệt ngày ${day(head.approvedOn)}`, `approved by ${head.approvedByName ?? head.approvedBy} on ${day(head.approvedOn)}`),
    head.effectiveFrom && t(`có hiệu lực từ ${day(head.effectiveFrom)}`, `in force from ${day(head.effectiveFrom)}`),
    t(`${number(head.rows)} doanh nghiệp`, `${number(head.rows)} enterprises`),
    head.amendments > 0 && t(`${number(head.amendments)} lần điều chỉnh`, `${number(head.amendments)} amendments`)
  ].filter(Boolean).join(' · ');
}

/** @type {(name: string, text: string | null) => Child} */
const part = (name, text) => text && el('div', {}, el('strong', {}, name), el('p', {class: 'ou-plan-text'}, text));

/** The five targets, by quarter and by unit where the plan says it. @param {Head} head */
function targets(head) {
  const units = [...new Map((head.unitTargets ?? []).map(({unit, unitName}) => [unit, unitName ?? unit])).entries()];
  const quarter = (/** @type {Measure} */ measure, /** @type {number} */ q) => head.quarterTargets?.find(one => one.measure === measure && one.quarter === q)?.target;
  const unitOf = (/** @type {Measure} */ measure, /** @type {string} */ unit) => head.unitTargets?.find(one => one.measure === measure && one.unit === unit)?.target;
  const {promisedAdmissions, targetAdmissions} = head;
  return planTable({
    caption: t('Chỉ tiêu năm', 'Targets of the year'), rows: MEASURES.map(([measure]) => measure), key: measure => measure,
    columns: [
      {key: 'what', title: t('Chỉ tiêu', 'Measure'), cell: measureName},
      {key: 'target', title: t('Cả năm', 'Year'), number: true, cell: measure => number(head[TARGETS[measure]])},
      ...head.quarterTargets?.length ? QUARTERS.map(q => ({key: `q${q}`, title: wordOf(PERIODS, `Q${q}`), number: true, cell: (/** @type {Measure} */ measure) => number(quarter(measure, q))})) : [],
      ...units.map(([unit, name]) => ({key: 'unit', title: name, number: true, cell: (/** @type {Measure} */ measure) => number(unitOf(measure, unit))})),
      promisedAdmissions !== undefined && {key: 'given', title: t('Các dòng đã giao', 'Given to rows'), number: true, cell: measure => measure === 'ADMISSION'
        ? [number(promisedAdmissions), targetAdmissions !== null && targetAdmissions > promisedAdmissions
          && el('span', {class: 'ou-plan-more'}, t(`chưa phân bổ ${number(targetAdmissions - promisedAdmissions)}`, `${number(targetAdmissions - promisedAdmissions)} not given yet`))]
        : number(head.promised?.[measure])}
    ]
  }).node;
}

/** @type {(year: number, head: Head | null, changed: () => void) => Promise<void>} */
async function edit(year, head, changed) {
  const {units} = await choicesOf(year);
  await dialog(t(`Đầu mục kế hoạch năm ${year}`, `Head of the plan of ${year}`), close => {
    const title = el('input', {name: 'title', maxlength: 4000, value: head?.title ?? `Kế hoạch tiếp cận doanh nghiệp năm ${year}`});
    const basis = el('textarea', {name: 'basis', rows: 3, maxlength: 4000, value: head?.basis});
    const purpose = el('textarea', {name: 'purpose', rows: 3, maxlength: 4000, value: head?.purpose});
    const from = dayField(t('Có hiệu lực từ', 'In force from'), {name: 'effectiveFrom', value: head?.effectiveFrom, min: `${year}-01-01`, max: `${year}-12-31`,
      hint: t('Để trống: từ 1/1, hoặc từ ngày phê duyệt nếu muộn hơn.', 'Empty: from 1 January, or from the approval if that is later.')});
    const many = wholeField(t('Từ bao nhiêu lao động là đông', 'From how many workers on it is large'), {name: 'manyWorkers', value: head?.manyWorkers});
    const whole = wholeTargets(head);
    const quarters = MEASURES.flatMap(([measure]) => QUARTERS.map(quarter => ({measure, quarter, ...wholeField(wordOf(PERIODS, `Q${quarter}`),
      {value: head?.quarterTargets?.find(one => one.measure === measure && one.quarter === quarter)?.target})})));
    const byUnit = MEASURES.flatMap(([measure]) => units.map(unit => ({measure, unit: unit.id, ...wholeField(unit.name,
      {value: head?.unitTargets?.find(one => one.measure === measure && one.unit === unit.id)?.target})})));
    /** @template {{read: () => number | null}} F @param {F[]} some */
    const said = some => some.filter(one => one.read() !== null);
    return dialogForm({
      close, again: changed, yes: t('Lưu', 'Save'),
      controls: {title, basis, purpose, effectiveFrom: from, manyWorkers: many.control, ...controlsOf(whole)},
      fields: [
        field(t('Tên kế hoạch', 'Title'), title), field(t('Căn cứ', 'Basis'), basis), field(t('Mục đích', 'Purpose'), purpose), from.node,
        head?.manyWorkers !== undefined && many.node,
        el('fieldset', {class: 'ou-plan-targets'}, el('legend', {}, t('Chỉ tiêu cả năm', 'Targets of the year')), whole.map(({node}) => node)),
        parts(t('Chia theo quý', 'By quarter'), quarters, QUARTERS.length),
        parts(t('Chia theo bộ phận tham mưu', 'By advisory unit'), byUnit, units.length)
      ],
      ready: () => !from.isWrong() && ![many, ...whole, ...quarters, ...byUnit].some(one => one.wrong()),
      send: () => patch(`/api/v1/plans/${year}`, {
        title: title.value.trim() || null, basis: basis.value.trim() || null, purpose: purpose.value.trim() || null, effectiveFrom: from.value || null,
        ...head?.manyWorkers === undefined ? {} : {manyWorkers: many.read()},
        ...targetsOf(whole),
        quarterTargets: said(quarters).map(one => ({measure: one.measure, quarter: one.quarter, target: one.read()})),
        unitTargets: said(byUnit).map(one => ({measure: one.measure, unit: one.unit, target: one.read()}))
      })
    });
  });
}

/**
 * A part of the targets, folded away while nobody has said it: a measure each, then its numbers.
 * @type {(legend: string, all: {node: HTMLElement, read: () => number | null}[], length: number) => HTMLElement}
 */
function parts(legend, all, length) {
  return el('details', {class: 'ou-plan-parts', open: all.some(one => one.read() !== null)}, el('summary', {}, legend),
    MEASURES.map(([, name], i) => el('fieldset', {class: 'ou-plan-part'}, el('legend', {}, name), all.slice(i * length, (i + 1) * length).map(one => one.node))));
}
