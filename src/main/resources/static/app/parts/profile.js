// @ts-check
import {address, get, post} from '../lib/api.js';
import {kindText, onChanged} from '../lib/contacts.js';
import {dayField} from '../lib/day.js';
import {dialogForm} from '../lib/dialogForm.js';
import {dialog, el, field, load, stylesheet} from '../lib/dom.js';
import {day, due, moment, number, today} from '../lib/format.js';
import {me} from '../lib/session.js';
import {enterprisePath, taskPath} from '../lib/tasks.js';
import {named, t} from '../lib/text.js';
import {contactDueChip} from './contactDue.js';
import {mayReport, openEvent} from './event.js';
import {logContactButton} from './newContact.js';
import {said} from './said.js';

/** @import {Named} from '../lib/api.js' */
/** @import {Child} from '../lib/dom.js' */
/** @import {Person} from '../lib/session.js' */
/** @import {Task} from '../lib/tasks.js' */
/** @import {Said} from './said.js' */

stylesheet(new URL('./profile.css', import.meta.url));

const COUNTS = ['workers', 'unionMembers', 'youthUnionMembers', 'youthBranches', 'fullMembers', 'probationaryMembers',
  'willingFullMembers'];
const DAYS = ['surveyedOn', 'ownerAgreedOn', 'unionRecognisedOn', 'youthUnionFoundedOn', 'cellFoundedOn', 'closedOn'];
const REACHED_BY = ['zone', 'address', 'ownerLanguage'];
const FIRST_EVENTS = 12;

/**
 * @typedef {{field: string, label: string, value: string | number | boolean | null, trueOn: string | null, saidBy: Named | null}} Figure the value null where nobody knows
 * @typedef {{name: string, state: keyof typeof STATES, day: string | null, result: string | null}} Phase
 * @typedef {{name: string, phase: string, since: string, stopped: boolean, byHand: boolean}} Waiting what a system is to do
 * @typedef {{year: number, status: keyof typeof PLAN_WORDS, admissionTarget: number | null, responsible: Named | null, unit: string | null,
 *   unitName: string | null}} PlanRow
 * @typedef {{kind: keyof typeof KINDS, at: string, day: string | null, title: string | null, result: string | null, code: string,
 *   person: Named | null, actedFor: Named | null, phase: string | null, said: Said[]}} Happening
 * @typedef {Happening & {subject: string | null, people: (Named | null)[]}} Entry
 * @typedef {{taxCode: string, name: string, contactDue: import('./contactDue.js').Due | null, stage: {words: string}, underWay: string[], phases: Phase[], tasks: Task[], waiting: Waiting[],
 *   figures: Figure[], responsible: Named | null, plan: PlanRow | null, timeline: Happening[], timelineTotal: number, kept: string[],
 *   caseInCockpit: string | null}} Profile
 */

/**
 * What the product knows of an enterprise: beside a task (a tab) or as its own page, which says so with `page: true`.
 * @param {{taxCode: string, page?: boolean, loaded?: (found: Profile) => void}} of
 */
export default function profile({taxCode, page = false, loaded = () => {}}) {
  const root = el('article', {class: 'ou-part ou-profile', 'aria-label': t('Hồ sơ doanh nghiệp', 'Enterprise')});
  /** @type {() => Promise<[Profile, Person]>} */
  const fetching = () => Promise.all([get(`/api/v1/enterprises/${encodeURIComponent(taxCode)}/profile`), me()]);
  const show = () => load(root, fetching,
    ([found, person]) => {
      loaded(found);
      return sheet(found, person, page, show);
    });
  show();
  onChanged(root, taxCode, show);
  return root;
}

/** @type {(found: Profile, person: Person, page: boolean, refresh: () => void) => Child} */
function sheet(found, person, page, refresh) {
  const section = (/** @type {string} */ title, /** @type {Child[]} */ ...content) => el('section', {}, el(page ? 'h2' : 'h3', {class: 'ou-profile-title'}, title), content);
  return [
    head(found, person, page, refresh),
    strip(found),
    el('div', {class: 'ou-profile-columns'},
      el('div', {class: 'ou-profile-now'},
        section(t('Việc đang chờ', 'Open tasks'), tasks(found.tasks), waiting(found, refresh)),
        section(t('Người phụ trách, cách liên hệ', 'Who answers for it, how to reach it'), people(found)),
        section(t('Trong kế hoạch', 'In the plan'), plan(found.plan))),
      el('div', {class: 'ou-profile-known'},
        section(t('Số liệu', 'Figures'), counts(found)),
        section(t('Mốc thời gian', 'Milestones'), rows(found, figure => DAYS.includes(figure.field))),
        section(t('Hoàn cảnh', 'Circumstances'),
          rows(found, figure => ![...COUNTS, ...DAYS, ...REACHED_BY].includes(figure.field))))),
    section(t('Quá trình', 'What has happened'), timeline(found))
  ];
}

// --- head and way ----------------------------------------------------------------------------------------------------

/** @type {(found: Profile, person: Person, page: boolean, refresh: () => void) => HTMLElement} */
function head(found, person, page, refresh) {
  return el('header', {class: 'ou-profile-head'},
    el('div', {},
      el(page ? 'h1' : 'h2', {class: 'ou-profile-name'}, found.name),
      el('p', {class: 'ou-profile-code'}, t('Mã số thuế ', 'Tax code '), found.taxCode, ' · ',
        el('strong', {class: 'ou-stage'}, stage(found)),
        found.contactDue && [' ', contactDueChip(found.contactDue)])),
    el('div', {class: 'ou-profile-tools'},
      page && person.logsContacts && logContactButton(found),
      mayReport(person) && el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: async () => {
        if (await openEvent({person, taxCode: found.taxCode})) {
          refresh();
        }
      }}}, t('Báo sự việc', 'Report an event')),
      !page && el('a', {class: 'ou-button', href: address(enterprisePath(found.taxCode))}, t('Mở trang riêng', 'Open its page')),
      found.caseInCockpit && el('a', {class: 'ou-button', href: address(found.caseInCockpit)}, t('Theo dõi quy trình', 'See in Cockpit'))));
}

/** How far it has come, and what is under way beyond that. @param {Profile} found */
function stage({stage: reached, underWay}) {
  return [named(reached.words), underWay.length > 0 && t(`, đang ${underWay.map(lower).join(', ')}`, `, under way: ${underWay.map(named).join(', ')}`)];
}

/** @type {Record<'DONE' | 'RUNNING' | 'PAUSED' | 'SKIPPED' | 'ENDED' | 'NOT_YET' | 'HIDDEN', [mark: string, vi: string, en: string]>} */
const STATES = {
  DONE: ['✓', 'Đã xong', 'Done'],
  RUNNING: ['▶', 'Đang làm', 'Under way'],
  PAUSED: ['■', 'Tạm dừng', 'Paused'],
  SKIPPED: ['✓', 'Đã có sẵn', 'Was there already'],
  ENDED: ['■', 'Đã dừng', 'Ended'],
  NOT_YET: ['', 'Chưa đến', 'Not yet'],
  HIDDEN: ['', 'Chỉ người có trách nhiệm được xem', 'For those in charge only']
};

/** @param {Profile} found */
function strip({phases, tasks: open}) {
  return el('ol', {class: 'ou-way', 'aria-label': t('Chặng đường', 'The way so far')}, phases.map(phase => {
    const [mark, vi, en] = STATES[phase.state];
    const since = ['RUNNING', 'PAUSED'].includes(phase.state) ? t('từ ', 'since ') : '';
    const now = phase.state === 'RUNNING' ? open.filter(task => task.phase === phase.name).map(task => lower(named(task.name))) : [];
    return el('li', {class: `ou-way-${phase.state.toLowerCase().replace('_', '-')}`, 'aria-current': phase.state === 'RUNNING' ? 'step' : null},
      el('span', {class: 'ou-way-mark', 'aria-hidden': 'true'}, mark),
      el('span', {class: 'ou-way-name'}, named(phase.name)),
      el('span', {class: 'ou-way-state'}, t(vi, en), now.length > 0 && `: ${now.join(', ')}`, phase.result && phase.state === 'ENDED' && `: ${phase.result}`),
      phase.day && el('span', {class: 'ou-way-day'}, since, day(phase.day)));
  }));
}

// --- figures -----------------------------------------------------------------------------------------------------------

/** @param {Profile} found */
function counts(found) {
  return el('dl', {class: 'ou-counts'}, found.figures.filter(figure => COUNTS.includes(figure.field)).map(figure =>
    el('div', {}, el('dt', {}, named(figure.label)), el('dd', {class: 'ou-count'}, figure.value === null ? t('chưa rõ', 'not known') : number(Number(figure.value))),
      el('dd', {class: 'ou-source'}, source(figure)))));
}

/**
 * Label, value and where it comes from; what is not known is named in one line.
 *
 * @param {Profile} found
 * @param {(figure: Figure) => boolean} which
 */
function rows(found, which) {
  const figures = found.figures.filter(which);
  const known = figures.filter(figure => figure.value !== null);
  const unknown = figures.filter(figure => figure.value === null);
  return [
    known.length > 0 && el('dl', {class: 'ou-rows'}, known.map(figure => el('div', {},
      el('dt', {}, named(figure.label)), el('dd', {}, text(figure)), el('dd', {class: 'ou-source'}, source(figure))))),
    unknown.length > 0 && el('p', {class: 'ou-hint'}, t('Chưa có: ', 'Not known: '), unknown.map(figure => lower(named(figure.label))).join(', '), '.')
  ];
}

/** @param {Figure} figure */
function text({field, value}) {
  if (DAYS.includes(field)) {
    return day(String(value));
  }
  return typeof value === 'boolean' ? (value ? t('Có', 'Yes') : t('Không', 'No')) : typeof value === 'number' ? number(value) : value;
}

/** @param {Figure} figure */
function source({value, trueOn, saidBy}) {
  if (value === null) {
    return '';
  }
  return trueOn ? `${day(trueOn)} · ${called(saidBy)}` : t('chưa ghi nguồn', 'source not recorded');
}

// --- people, plan, tasks -----------------------------------------------------------------------------------------------

/** @param {Profile} found */
function people(found) {
  const reached = found.figures.filter(figure => REACHED_BY.includes(figure.field) && figure.value !== null);
  return [
    el('dl', {class: 'ou-rows'},
      el('div', {}, el('dt', {}, t('Người phụ trách', 'Responsible')), el('dd', {}, found.responsible ? found.responsible.name : t('chưa phân công', 'nobody yet'))),
      reached.map(figure => el('div', {}, el('dt', {}, named(figure.label)), el('dd', {}, text(figure))))),
    el('p', {class: 'ou-hint'}, t('Sổ đăng ký không giữ tên, số điện thoại của người ở doanh nghiệp. Đã gặp ai, theo chức danh: xem nhật ký liên hệ.',
      'The register keeps no names or numbers of people there. Whom we met, by function, is in the contact log.'))
  ];
}

/** @type {Record<'PLANNED' | 'STARTED' | 'CARRIED_OVER' | 'REFUSED', [vi: string, en: string]>} */
const PLAN_WORDS = {
  PLANNED: ['trong danh sách', 'on the list'],
  STARTED: ['đã khởi động', 'started'],
  CARRIED_OVER: ['chuyển tiếp từ năm trước', 'carried over'],
  REFUSED: ['không khởi động được', 'could not be started']
};

/** @param {PlanRow | null} row */
function plan(row) {
  if (!row) {
    return el('p', {class: 'ou-empty'}, t('Chưa có trong kế hoạch năm nào.', 'In no yearly plan yet.'));
  }
  const target = row.admissionTarget;
  return el('dl', {class: 'ou-rows'},
    el('div', {}, el('dt', {}, t('Kế hoạch năm', 'Plan of')), el('dd', {}, `${row.year}, ${t(...PLAN_WORDS[row.status])}`)),
    el('div', {}, el('dt', {}, t('Chỉ tiêu kết nạp', 'Admissions aimed at')), el('dd', {}, target === null ? t('không đặt', 'none') : number(target))),
    row.responsible && el('div', {}, el('dt', {}, t('Người được phân công', 'Assigned to')), el('dd', {}, row.responsible.name)),
    row.unit && el('div', {}, el('dt', {}, t('Đơn vị', 'Unit')), el('dd', {}, row.unitName)));
}

/** @param {Task[]} open */
function tasks(open) {
  if (open.length === 0) {
    return el('p', {class: 'ou-empty'}, t('Không có việc nào đồng chí được xem đang chờ.', 'No task that you may see is waiting.'));
  }
  return el('ul', {class: 'ou-open'}, open.map(task => el('li', {},
    el('a', {href: address(taskPath(task.id))}, named(task.name)),
    el('span', {class: Number(task.dueInWorkingDays) < 0 ? 'ou-late' : ''}, due(task.dueInWorkingDays, task.daysOffUnknown), task.dueAt && ` (${day(task.dueAt)})`),
    el('span', {class: 'ou-source'}, task.assignee ? task.assignee.name : t('chưa ai nhận', 'not taken yet'), ' · ', named(task.phase)))));
}

/**
 * What a system is to do, since when, and the letter that its responsible member may record instead.
 *
 * @param {Profile} found
 * @param {() => void} refresh
 */
function waiting({taxCode, waiting: open}, refresh) {
  return open.length > 0 && el('ul', {class: 'ou-open', 'data-group': 'waiting'}, open.map(task => el('li', {},
    el('strong', {}, named(task.name)),
    el('span', {class: task.stopped ? 'ou-late' : ''}, task.stopped
      ? t('hệ thống đã thử nhiều lần và dừng lại', 'the system tried several times and stopped')
      : t('chờ hệ thống làm', 'waits for a system')),
    el('span', {class: 'ou-source'}, t(`từ ${moment(task.since)}`, `since ${moment(task.since)}`), ' · ', named(task.phase)),
    task.byHand && el('button', {type: 'button', class: 'ou-button', on: {click: () => recordLetter(taxCode, refresh)}},
      t('Ghi công văn đã gửi', 'Record the letter as sent')))));
}

/** @type {(taxCode: string, refresh: () => void) => Promise<void>} */
function recordLetter(taxCode, refresh) {
  return dialog(t('Công văn đã gửi', 'The letter was sent'), close => {
    const letterNumber = el('input', {name: 'letterNumber', maxlength: 100, autocomplete: 'off'});
    const letterSentOn = dayField(t('Ngày gửi công văn', 'Day it was sent'), {name: 'letterSentOn', max: today(), value: today()});
    return dialogForm({close, again: refresh, controls: {letterNumber, letterSentOn},
      fields: [field(t('Số công văn', 'Number of the letter'), letterNumber), letterSentOn.node],
      yes: t('Ghi', 'Record'), ready: () => !letterSentOn.isWrong(),
      send: () => post(`/api/v1/enterprises/${encodeURIComponent(taxCode)}/letter`,
        {letterNumber: letterNumber.value, letterSentOn: letterSentOn.value})});
  });
}

// --- timeline ------------------------------------------------------------------------------------------------------------

/** @type {Record<'OUTCOME' | 'CONTACT' | 'PAPER' | 'NOTICE', [vi: string, en: string]>} */
const KINDS = {
  OUTCOME: ['Kết quả', 'Results'],
  CONTACT: ['Liên hệ', 'Contacts'],
  PAPER: ['Giấy tờ', 'Papers'],
  NOTICE: ['Thông báo', 'Notices']
};
/** @type {Record<string, [vi: string, en: string]>} */
const NOTICES = {
  PENDING: ['chờ gửi', 'to be sent'],
  SENDING: ['đang gửi', 'being sent'],
  SENT: ['đã gửi', 'sent'],
  WAITING_ADDRESS: ['chưa có địa chỉ thư', 'no address yet'],
  FAILED: ['gửi không được', 'could not be sent']
};

/** @param {Profile} found */
function timeline(found) {
  const entries = joined(found);
  const list = el('ol', {class: 'ou-timeline'});
  const more = el('button', {type: 'button', class: 'ou-button', on: {click: () => show(entries.length)}}, t('Xem thêm', 'Show more'));
  const older = el('p', {class: 'ou-hint'});
  const kinds = /** @type {(keyof typeof KINDS)[]} */ (Object.keys(KINDS)).filter(kind => found.timeline.some(event => event.kind === kind));
  const shown = new Set(kinds);
  let most = FIRST_EVENTS;
  const show = (/** @type {number} */ count) => {
    most = count;
    const events = entries.filter(event => shown.has(event.kind));
    list.replaceChildren(...events.slice(0, most).map(happened));
    more.hidden = events.length <= most;
    const rest = found.timelineTotal - found.timeline.length;
    older.hidden = !more.hidden || rest === 0;
    older.textContent = t(`Còn ${number(rest)} việc cũ hơn không hiện ở đây.`, `${number(rest)} older entries are not shown here.`);
  };
  const choice = (/** @type {keyof typeof KINDS} */ kind) => {
    const button = el('button', {type: 'button', class: 'ou-chip', 'aria-pressed': 'true', on: {click: () => {
      const on = !shown.delete(kind);
      if (on) {
        shown.add(kind);
      }
      button.setAttribute('aria-pressed', String(on));
      show(FIRST_EVENTS);
    }}}, t(...KINDS[kind]));
    return button;
  };
  if (found.timeline.length === 0) {
    return el('p', {class: 'ou-empty'}, t('Chưa có gì được ghi.', 'Nothing has been recorded yet.'));
  }
  show(FIRST_EVENTS);
  return [
    kinds.length > 1 && el('div', {class: 'ou-chips', role: 'group', 'aria-label': t('Hiện những việc nào', 'Which entries are shown')}, kinds.map(choice)),
    list, more, older
  ];
}

/**
 * One notice to several people is one entry, and does not repeat whose page this is.
 *
 * @param {Profile} found
 * @returns {Entry[]}
 */
function joined({timeline: events, name, taxCode}) {
  /** @type {Entry[]} */
  const entries = [];
  for (const event of events) {
    const last = entries.at(-1);
    if (event.kind === 'NOTICE' && last?.kind === 'NOTICE' && last.at.slice(0, 16) === event.at.slice(0, 16)
      && last.subject === event.title && last.code === event.code) {
      last.people.push(event.person);
    } else {
      entries.push({...event, subject: event.title, title: event.title?.replace(`: ${name} (mã số thuế ${taxCode})`, '') ?? null, people: [event.person]});
    }
  }
  return entries;
}

/** @param {Entry} event */
function happened(event) {
  return el('li', {class: `ou-event ou-event-${event.kind.toLowerCase()}`},
    el('span', {class: 'ou-event-day'}, event.day ? day(event.day) : moment(event.at)),
    el('span', {class: 'ou-event-what'}, what(event)),
    el('span', {class: 'ou-source'}, who(event)),
    said(event.said));
}

/** @param {Entry} event */
function what({kind, title, result, code}) {
  if (kind === 'CONTACT') {
    return [el('strong', {}, kindText(code)), ` – ${title}`];
  }
  return [el('strong', {}, title ?? t(...KINDS[kind])), result && ` – ${result}`];
}

/** @param {Entry} event */
function who({kind, person, actedFor, people, code, phase}) {
  if (kind === 'NOTICE') {
    return [t('Báo cho ', 'To '), people.map(called).join(', '), NOTICES[code] && ` (${t(...NOTICES[code])})`];
  }
  return [called(person), actedFor && t(` (thay ${called(actedFor)})`, ` (for ${called(actedFor)})`), kind === 'OUTCOME' && phase && ` · ${phase}`];
}

/** What the product does by itself is told as that. @param {Named | null} person */
function called(person) {
  return !person ? '' : person.id === 'system' ? t('Hệ thống', 'The system') : person.name;
}

/** @param {string} label */
function lower(label) {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
