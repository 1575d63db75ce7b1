// @ts-check
import {address, get, post} from '../lib/api.js';
import {dialogForm} from '../lib/dialogForm.js';
import {confirmDialog, dialog, el, field, fill, load, stylesheet, toast} from '../lib/dom.js';
import {moment, number} from '../lib/format.js';
import {enterprisePath} from '../lib/tasks.js';
import {t} from '../lib/text.js';
import planTable from '../parts/planTable.js';

export const title = t('Thông báo đã gửi', 'Notices sent');

stylesheet(new URL('../parts/notices.css', import.meta.url));

const PATH = '/api/v1/notices';
const AT_ONCE = 50;

/**
 * @typedef {{id: number, template: string, person: import('../lib/api.js').Named, state: string, about: string | null, taxCode: string | null,
 *   createdAt: string, sentAt: string | null, nextTryAt: string | null, attempts: number, lastError: string | null,
 *   possiblyRepeated: boolean, setAside: string | null}} Line
 * @typedef {{items: Line[], hasMore: boolean, next: string | null, counts: Record<string, number>, mayAct: boolean}} Found
 */

/** What is asked for at first: all that did not arrive. */
const MISSED = 'FAILED,ADDRESS_REFUSED,WAITING_ADDRESS';

/** @type {[states: string, name: string][]} */
const CHOICES = [
  [MISSED, t('Chưa tới nơi', 'Not arrived')],
  ['FAILED', t('Gửi không được', 'Failed')],
  ['ADDRESS_REFUSED', t('Địa chỉ bị từ chối', 'Address refused')],
  ['WAITING_ADDRESS', t('Thiếu địa chỉ', 'No address')],
  ['PENDING,SENDING', t('Đang chờ gửi', 'Waiting')],
  ['SET_ASIDE', t('Đã gác lại', 'Set aside')],
  ['DIGEST', t('Chờ thư tổng hợp', 'For the mail of the day')],
  ['SENT', t('Đã gửi', 'Sent')],
  ['BELL_ONLY,DROPPED', t('Chỉ ở chuông, không cần gửi', 'Bell only, not needed')]
];

/** @type {Record<string, string>} */
const STATES = {
  PENDING: t('Chờ gửi', 'Waiting'),
  SENDING: t('Đang gửi', 'Being sent'),
  SENT: t('Đã gửi', 'Sent'),
  WAITING_ADDRESS: t('Thiếu địa chỉ thư', 'No address'),
  FAILED: t('Gửi không được', 'Failed'),
  BELL_ONLY: t('Chỉ ở chuông', 'Bell only'),
  DIGEST: t('Chờ thư tổng hợp', 'For the mail of the day'),
  DROPPED: t('Không cần gửi nữa', 'Not needed any more'),
  ADDRESS_REFUSED: t('Địa chỉ thư bị từ chối, chỉ ở chuông', 'Address refused, bell only'),
  SET_ASIDE: t('Đã gác lại', 'Set aside')
};

/** @type {Record<string, string>} */
const TEMPLATES = {
  'task-assigned': t('Việc mới', 'New task'),
  'task-offered': t('Việc chờ người nhận', 'Task offered'),
  'task-extended': t('Gia hạn việc', 'Limit extended'),
  'task-moved': t('Dời hạn theo lịch nghỉ', 'Limit moved by days off'),
  'task-taken-by-message': t('Việc do hệ thống khác làm', 'Done by another system'),
  'task-ended': t('Việc đã kết thúc', 'Task ended'),
  'phase-result': t('Kết quả giai đoạn', 'Result of a phase'),
  'case-closed': t('Hồ sơ kết thúc', 'Case ended'),
  'responsible-member-changed': t('Đổi người phụ trách', 'Another responsible member'),
  'rank-changed': t('Đổi thứ tự ưu tiên', 'Another rank'),
  'responsible-cannot-work': t('Người phụ trách không làm được', 'The member cannot work'),
  'deputy-named': t('Có người thay', 'Deputy named'),
  'deputy-ended': t('Thôi người thay', 'Deputy ended'),
  'plan-to-approve': t('Kế hoạch chờ duyệt', 'Plan to approve'),
  'amendment-decided': t('Điều chỉnh kế hoạch', 'Amendment decided'),
  incident: t('Sự cố', 'Incident'),
  'papers-disk-full': t('Đĩa giấy tờ đầy', 'Disk of papers full'),
  'days-off-missing': t('Thiếu ngày nghỉ của một năm', 'Days off missing'),
  'system-stopped': t('Hệ thống khác dừng', 'A system stopped'),
  'appointment-planned': t('Lịch hẹn mới', 'Appointment'),
  'appointment-moved': t('Đổi lịch hẹn', 'Appointment moved'),
  'appointment-cancelled': t('Hủy lịch hẹn', 'Appointment cancelled'),
  'daily-digest': t('Thư tổng hợp trong ngày', 'Mail of the day')
};

/** @type {[hours: string, name: string][]} */
const AGES = [
  ['', t('Mọi lúc', 'Any time')], ['1', t('Quá 1 giờ', 'More than 1 hour ago')], ['24', t('Quá 1 ngày', 'More than 1 day ago')],
  ['72', t('Quá 3 ngày', 'More than 3 days ago')], ['168', t('Quá 7 ngày', 'More than 7 days ago')]
];

/** What can be tried again or set aside. */
const OPEN = ['FAILED', 'ADDRESS_REFUSED', 'WAITING_ADDRESS', 'PENDING', 'SET_ASIDE'];

/** Which notices arrived and which did not, and why; administrators try again or set aside. @param {HTMLElement} main */
export default function notices(main) {
  const asked = new URLSearchParams(location.search);
  const state = () => asked.get('state') ?? MISSED;
  const place = el('div', {});
  const chips = el('div', {class: 'ou-chips', role: 'group', 'aria-label': t('Lọc theo trạng thái', 'By state')});
  const template = el('select', {name: 'template'}, el('option', {value: ''}, t('Mọi loại', 'All kinds')),
    Object.entries(TEMPLATES).map(([name, text]) => el('option', {value: name, selected: asked.get('template') === name}, text)));
  const age = el('select', {name: 'olderThan'}, AGES.map(([hours, text]) => el('option', {value: hours, selected: asked.get('olderThan') === hours}, text)));
  const person = el('input', {name: 'person', type: 'search', value: asked.get('person') ?? '', maxlength: 64, autocomplete: 'off', autocapitalize: 'none'});
  const show = () => load(place, () => get(query(asked, state(), true)), (/** @type {Found} */ found) => {
    fill(chips, CHOICES.map(([states, name]) => chip(states, name, found.counts)));
    return list(found);
  });
  /** @type {(name: string, value: string) => void} */
  const choose = (name, value) => {
    if (value) {
      asked.set(name, value);
    } else {
      asked.delete(name);
    }
    history.replaceState(null, '', `?${asked}`);
    show();
  };
  /** @type {(states: string, name: string, counts: Record<string, number>) => HTMLElement} */
  const chip = (states, name, counts) => {
    const counted = states.split(',').map(one => counts[one]);
    const sum = counted.every(one => one !== undefined) ? ` (${number(counted.reduce((all, one) => all + one, 0))})` : '';
    return el('button', {type: 'button', class: 'ou-chip', 'data-state': states, 'aria-pressed': String(states === state()),
      on: {click: async () => {
        choose('state', states);
        /** @type {HTMLElement | null} */ (chips.querySelector('[aria-pressed=true]'))?.focus();
      }}}, name + sum);
  };
  template.addEventListener('change', () => choose('template', template.value));
  age.addEventListener('change', () => choose('olderThan', age.value));
  person.addEventListener('change', () => choose('person', person.value.trim()));
  fill(main, el('h1', {}, title),
    el('p', {}, t('Thông báo nào chưa tới nơi và vì sao, theo lời máy chủ thư. Mọi thông báo vẫn có ở chuông của người nhận.',
      'Which notices did not arrive and why, in the mail server’s words. Each still stands in its recipient’s bell.')),
    chips,
    el('div', {class: 'ou-notices-tools'}, field(t('Loại', 'Kind'), template), field(t('Tạo cách đây', 'Age'), age),
      field(t('Người nhận (tên đăng nhập)', 'Recipient (user name)'), person)),
    place);
  return show();

  /** @param {Found} found */
  function list(found) {
    const all = retryAll(found);
    if (found.items.length === 0) {
      return el('p', {class: 'ou-empty', role: 'status'}, t('Không có thông báo nào như vậy.', 'No such notices.'));
    }
    /** @type {Set<number>} */
    const ticked = new Set();
    const bar = el('div', {class: 'ou-notices-bar', role: 'group', 'aria-label': t('Với các thông báo đã chọn', 'Selected notices')});
    const tell = () => fill(bar, el('span', {role: 'status'}, ticked.size > 0 && t(`Đã chọn ${number(ticked.size)} thông báo`, `${number(ticked.size)} selected`)),
      ticked.size > 0 && [
        el('button', {type: 'button', class: 'ou-button', 'data-act': 'retry', on: {click: () => act(() => retry({ids: [...ticked]}))}}, t('Gửi lại', 'Try again')),
        el('button', {type: 'button', class: 'ou-button', 'data-act': 'set-aside', on: {click: () => setAside([...ticked], show)}}, t('Gác lại…', 'Set aside…'))],
      all);
    tell();
    const table = planTable({
      caption: title,
      rows: found.items,
      walk: true,
      key: (/** @type {Line} */ {id}) => String(id),
      columns: [
        found.mayAct && {key: 'tick', title: t('Chọn', 'Select'), cell: (/** @type {Line} */ line) => OPEN.includes(line.state) && el('label', {class: 'ou-plan-box'},
          el('input', {type: 'checkbox', 'aria-label': t(`Chọn thông báo cho ${line.person.name}`, `Select the notice to ${line.person.name}`), on: {change: event => {
            if (event.currentTarget.checked) {
              ticked.add(line.id);
            } else {
              ticked.delete(line.id);
            }
            tell();
          }}}))},
        {key: 'what', title: t('Người nhận', 'Recipient'), cell: (/** @type {Line} */ line) => [line.person.name,
          el('span', {class: 'ou-plan-more'}, TEMPLATES[line.template] ?? line.template)]},
        {key: 'when', title: t('Tạo lúc', 'Written'), cell: (/** @type {Line} */ line) => moment(line.createdAt)},
        {key: 'state', title: t('Trạng thái', 'State'), cell: (/** @type {Line} */ line) => [
          el('span', {class: `ou-notices-state ou-notices-${line.state.toLowerCase().replace('_', '-')}`}, STATES[line.state]),
          line.possiblyRepeated && el('span', {class: 'ou-plan-more'}, t('Có thể đã gửi hai lần', 'May have been sent twice'))]},
        {key: 'why', title: t('Vì sao', 'Why'), cell: (/** @type {Line} */ line) => [
          line.setAside && el('span', {}, t(`Gác lại vì: ${line.setAside}`, `Set aside: ${line.setAside}`)),
          line.lastError && el('span', {class: line.setAside ? 'ou-plan-more' : null}, line.lastError),
          el('span', {class: 'ou-plan-more'}, [
            line.attempts > 0 && t(`đã thử ${number(line.attempts)} lần`, `tried ${number(line.attempts)} times`),
            line.nextTryAt && t(`thử lại lúc ${moment(line.nextTryAt)}`, `next try ${moment(line.nextTryAt)}`),
            line.sentAt && t(`gửi lúc ${moment(line.sentAt)}`, `sent ${moment(line.sentAt)}`)].filter(Boolean).join(', '))]},
        {key: 'about', title: t('Về việc', 'About'), cell: (/** @type {Line} */ line) => line.about === null
          ? t('Không hiện ở đây', 'Not shown here')
          : line.taxCode ? el('a', {href: address(enterprisePath(line.taxCode))}, line.about) : line.about}
      ]
    });
    const more = el('p', {class: 'ou-plan-next'});
    const offer = (/** @type {Found} */ part) => fill(more, part.hasMore && el('button', {type: 'button', class: 'ou-button', on: {click: async () => {
      const next = await get(`${query(asked, state(), false)}&after=${part.next}`);
      const before = table.node.querySelectorAll('tbody tr').length;
      table.add(next.items);
      offer(next);
      /** @type {HTMLElement | null} */ (table.node.querySelectorAll('tbody tr')[before]?.querySelector('input, a, td'))?.focus();
    }}}, t('Xem thêm', 'Show more')));
    offer(found);
    return el('section', {class: 'ou-part', 'aria-label': title}, found.mayAct && bar, table.node, more);
  }

  /** All that failed, as far as the filters go. @param {Found} found */
  function retryAll({counts, mayAct}) {
    const failed = counts.FAILED;
    return mayAct && failed > 0 && el('button', {type: 'button', class: 'ou-button', 'data-act': 'retry-all', on: {click: async () => {
      if (await confirmDialog(t(`Gửi lại ${number(failed)} thông báo gửi không được?`, `Try ${number(failed)} failed notices again?`))) {
        act(() => retry({all: 'FAILED', template: template.value || null, person: person.value.trim() || null, olderThan: age.value || null}));
      }
    }}}, t(`Gửi lại tất cả ${number(failed)}`, `Try all ${number(failed)} again`));
  }

  /** @param {() => Promise<void>} doing */
  async function act(doing) {
    try {
      await doing();
      await show();
    } catch (failure) {
      toast(failure.message, 'error');
    }
  }
}

/** @param {object} body */
async function retry(body) {
  const {changed} = await post(`${PATH}/retry`, body);
  toast(t(`Sẽ gửi lại ${number(changed)} thông báo.`, `${number(changed)} notices will be tried again.`));
}

/** @type {(ids: number[], done: () => void) => void} */
function setAside(ids, done) {
  const reason = el('input', {name: 'reason', maxlength: 500, required: true, autofocus: true});
  dialog(t('Gác lại thông báo', 'Set notices aside'), close => dialogForm({
    send: () => post(`${PATH}/set-aside`, {ids, reason: reason.value.trim()}),
    close, again: done, controls: {reason},
    fields: [el('p', {}, t('Thư sẽ không được gửi nữa; thông báo vẫn ở chuông của người nhận. Có thể gửi lại sau.',
      'No mail is sent any more; the notice stays in the bell. It can be tried again later.')), field(t('Lý do', 'Reason'), reason)],
    yes: t('Gác lại', 'Set aside')
  }));
}

/** @type {(asked: URLSearchParams, state: string, counts: boolean) => string} */
function query(asked, state, counts) {
  const all = new URLSearchParams({state, size: String(AT_ONCE)});
  ['template', 'olderThan', 'person'].forEach(name => asked.get(name) && all.set(name, asked.get(name) ?? ''));
  if (counts) {
    all.set('counts', 'true');
  }
  return `${PATH}?${all}`;
}
