// @ts-check
import {get, post} from '../lib/api.js';
import {dayField} from '../lib/day.js';
import {dialog, el, field, fill, load, stylesheet, toast} from '../lib/dom.js';
import {number, today} from '../lib/format.js';
import {me, nameOrMe} from '../lib/session.js';
import {named, t} from '../lib/text.js';
import {wholeOf} from '../lib/whole.js';

/** @import {Child} from '../lib/dom.js' */
/** @import {Task} from '../lib/tasks.js' */

stylesheet(new URL('./bulk.css', import.meta.url));

const MOST = 500;

/** @typedef {'CLAIM' | 'ASSIGN' | 'GIVE_BACK' | 'DUE_DATE' | 'COMMENT' | 'COMPLETE'} Action */
/** @typedef {{user?: string, dueDate?: string, comment?: string, fields?: Record<string, unknown>}} Order what an action needs besides the tasks */
/** @typedef {{nodes: Child, read: () => Order, wrong?: () => boolean}} Question */
/** @typedef {{taskId: string, done: boolean, code: string | null, message: string | null}} Row */
/** @typedef {{done: number, refused: number, rows: Row[]}} Result */

/** @type {Record<Action, {text: string, ask?: (chosen: Task[], before: Order) => Promise<Order | undefined> | null, heads?: boolean}>} */
const ACTIONS = {
  CLAIM: {text: t('Nhận', 'Claim')},
  ASSIGN: {text: t('Giao cho…', 'Assign to…'), ask: askWhom},
  GIVE_BACK: {text: t('Trả lại', 'Give back')},
  DUE_DATE: {text: t('Đổi hạn…', 'Due date…'), ask: askDay, heads: true},
  COMMENT: {text: t('Ghi chú…', 'Comment…'), ask: askComment},
  COMPLETE: {text: t('Hoàn thành…', 'Complete…'), ask: askFields}
};

/**
 * What can be done with the tasks that are ticked in a list.
 *
 * @param {object} list
 * @param {Task[] | (() => Task[])} list.selected the ticked tasks, or a function that gives them: {id, name, phase, step, enterprise} as /api/v1/tasks has them
 * @param {() => void} list.done called when something was done and the list must be read anew
 * @param {Action[]} [list.actions] names of those to offer, in their order
 */
export default function bulkBar({selected, done, actions = /** @type {Action[]} */ (Object.keys(ACTIONS))}) {
  const tasks = () => typeof selected === 'function' ? selected() : selected;
  const buttons = el('div', {class: 'ou-bulk-actions'});
  /** @type {(action: Action, chosen?: Task[], before?: Order) => Promise<void>} */
  const run = async (action, chosen = tasks(), before = {}) => {
    if (chosen.length > MOST) {
      toast(t(`Mỗi lần làm được nhiều nhất ${MOST} việc.`, `No more than ${MOST} tasks at once.`), 'error');
      return;
    }
    const {ask} = ACTIONS[action];
    const order = ask ? await ask(chosen, before) : {};
    if (order) {
      await send({action, chosen, order, buttons, done, again: refused => run(action, refused, order)});
    }
  };
  /** @type {(head: boolean) => HTMLElement} */
  const show = head => fill(buttons, actions.filter(action => head || !ACTIONS[action].heads).map(action =>
    el('button', {type: 'button', class: 'ou-button', 'data-action': action, on: {click: () => run(action)}}, ACTIONS[action].text)));
  me().then(person => show(person.head), () => show(false));
  return el('div', {class: 'ou-bulk', role: 'group', 'aria-label': t('Làm với các việc đã chọn', 'Do with the selected tasks')},
    el('p', {class: 'ou-bulk-count', role: 'status'}, t(`Đã chọn ${number(tasks().length)} việc`, `${number(tasks().length)} selected`)), buttons);
}

/**
 * @type {(sent: {action: Action, chosen: Task[], order: Order, buttons: HTMLElement, done: () => void,
 *   again: (refused: Task[]) => Promise<void>}) => Promise<void>}
 */
async function send({action, chosen, order, buttons, done, again}) {
  const all = [...buttons.querySelectorAll('button')];
  all.forEach(button => {
    button.disabled = true;
  });
  try {
    /** @type {Result} */
    const result = await post('/api/v1/tasks:bulk', {action, taskIds: chosen.map(task => task.id), ...order});
    if (result.refused === 0) {
      toast(t(`Đã xong ${result.done} việc.`, `${result.done} tasks done.`));
    } else {
      const byId = new Map(chosen.map(task => [task.id, task]));
      if (await showResult(result, byId, Boolean(ACTIONS[action].ask))) {
        // The list is read anew behind the dialog, which holds what was answered.
        done();
        await again(chosen.filter(task => result.rows.some(row => !row.done && row.taskId === task.id)));
        return;
      }
    }
    done();
  } catch (failure) {
    toast(failure.message, 'error');
    all.forEach(button => {
      button.disabled = false;
    });
  }
}

/**
 * What was refused comes first, each with its reason; what was done needs no more than its number.
 * @type {(result: Result, byId: Map<string, Task>, answered: boolean) => Promise<boolean | undefined>}
 */
function showResult({done, refused, rows}, byId, answered) {
  return dialog(t('Kết quả', 'Result'), close => el('div', {class: 'ou-bulk-result'},
    el('p', {}, t(`${done} việc đã xong, ${refused} việc không làm được và giữ nguyên:`,
      `${done} tasks done; ${refused} could not be done and are as they were:`)),
    el('ul', {}, rows.filter(row => !row.done).map(row => el('li', {'data-task': row.taskId, 'data-code': row.code},
      el('strong', {}, nameOf(byId.get(row.taskId))), el('span', {}, row.message)))),
    done > 0 && el('details', {}, el('summary', {}, t(`${done} việc đã xong`, `${done} tasks done`)),
      el('ul', {}, rows.filter(row => row.done).map(row => el('li', {}, nameOf(byId.get(row.taskId)))))),
    el('div', {class: 'ou-actions'},
      el('button', {type: 'button', class: 'ou-button ou-primary', on: {click: () => close()}}, t('Đóng', 'Close')),
      answered && el('button', {type: 'button', class: 'ou-button ou-bulk-again', on: {click: () => close(true)}},
        t('Sửa câu trả lời, làm lại những việc này', 'Change the answers and try these again')))));
}

/** @param {Task | undefined} task */
const nameOf = task => task && [named(task.name), task.enterprise?.name].filter(Boolean).join(' – ');

// --- what an action needs ---------------------------------------------------------------------------------------------

/** @type {(chosen: Task[], before: Order) => Promise<Order | undefined>} */
function askWhom(chosen, before) {
  return ask(t('Giao việc cho', 'Assign to'), async () => {
    const [people, person] = await Promise.all([get('/api/v1/deputies/candidates'), me()]);
    const choice = el('select', {name: 'user', required: true}, el('option', {value: ''}, t('Chọn người…', 'Choose…')),
      [...people, person].map(one => el('option', {value: one.id}, nameOrMe(one, person))));
    choice.value = before.user ?? '';
    return {nodes: [field(t('Người nhận việc', 'Who'), choice)], read: () => ({user: choice.value})};
  });
}

/** @type {(chosen: Task[], before: Order) => Promise<Order | undefined>} */
function askDay(chosen, before) {
  return ask(t('Đổi hạn', 'Due date'), () => {
    const due = dayField(t('Hạn mới', 'New due date'), {name: 'dueDate', min: today(), value: before.dueDate, hint: t('Một ngày làm việc; hạn do quy định đặt ra không đổi được.', 'A working day; limits set by a regulation stay.')});
    const reason = el('textarea', {name: 'comment', rows: 3, maxlength: 1000, required: true, value: before.comment});
    return {nodes: [due.node, field(t('Lý do', 'Reason'), reason)], wrong: () => due.isWrong(),
      read: () => ({dueDate: due.value, comment: reason.value.trim()})};
  });
}

/** @type {(chosen: Task[], before: Order) => Promise<Order | undefined>} */
function askComment(chosen, before) {
  return ask(t('Ghi chú', 'Comment'), () => {
    const text = el('textarea', {name: 'comment', rows: 4, maxlength: 1000, required: true, value: before.comment});
    return {nodes: [field(t('Ghi chú cho mỗi việc', 'Comment on each task'), text)], read: () => ({comment: text.value.trim()})};
  });
}

/** The fields of the one form that all the ticked tasks have. @type {(chosen: Task[], before: Order) => Promise<Order | undefined> | null} */
function askFields(chosen, before) {
  if (new Set(chosen.map(({phase, step}) => `${phase}.${step}`)).size > 1) {
    toast(t('Chỉ hoàn thành cùng lúc được các việc của cùng một bước.', 'Only tasks of the same step can be completed together.'), 'error');
    return null;
  }
  return ask(t(`Hoàn thành ${number(chosen.length)} việc: ${chosen[0].name}`, `Complete ${number(chosen.length)} tasks: ${named(chosen[0].name)}`), async () => {
    const form = await get(`/camunda/api/engine/engine/default/task/${encodeURIComponent(chosen[0].id)}/deployed-form`);
    const controls = flat(form.components).map(component => control(component, before.fields?.[component.key]));
    return {
      nodes: [el('p', {class: 'ou-hint'}, t('Mọi việc đã chọn được ghi cùng những câu trả lời này.', 'All selected tasks are recorded with these same answers.')),
        controls.map(({node}) => node)],
      wrong: () => controls.some(({wrong}) => wrong?.()),
      read: () => ({fields: Object.fromEntries(controls.map(({key, read}) => [key, read()]).filter(([, value]) => value !== null && value !== ''))})
    };
  }, t('Hoàn thành', 'Complete'));
}

/**
 * A part of a form of form-js.
 * @typedef {{key?: string, label?: string, dateLabel?: string, type: string, description?: string, values?: {value: string, label?: string}[],
 *   validate?: {required?: boolean, maxLength?: number}, components?: Component[]}} Component
 * @typedef {{key: string, node: HTMLElement, read: () => unknown, wrong?: () => boolean}} Control
 */

/** @type {(components: Component[]) => (Component & {key: string})[]} */
const flat = components => components.flatMap(component => component.components ? flat(component.components)
  : component.key ? [{...component, key: component.key}] : []);

/** One field; `given` is what was answered before. @type {(component: Component & {key: string}, given: any) => Control} */
function control({key, label, dateLabel, type, description, values = [], validate = {}}, given) {
  const text = named(dateLabel ?? label ?? key) + (validate.required ? ' *' : '');
  if (type === 'datetime') {
    const day = dayField(text, {name: key, hint: description, value: given});
    return {key, node: day.node, wrong: () => day.isWrong(), read: () => day.value};
  }
  if (type === 'checkbox') {
    const box = el('input', {type: 'checkbox', name: key, checked: given === true});
    return {key, node: el('label', {class: 'ou-bulk-check'}, box, text), read: () => box.checked};
  }
  if (type === 'radio' || type === 'select') {
    const choice = el('select', {name: key, required: Boolean(validate.required)}, el('option', {value: ''}, t('Chọn…', 'Choose…')),
      values.map(({value}, i) => el('option', {value: i}, named(values[i].label ?? value))));
    choice.value = given === undefined ? '' : String(values.findIndex(({value}) => value === given));
    return {key, node: field(text, choice, description), read: () => choice.value === '' ? null : values[Number(choice.value)].value};
  }
  const properties = {name: key, required: Boolean(validate.required), maxlength: validate.maxLength, value: given};
  if (type === 'textarea') {
    const area = el('textarea', {...properties, rows: 3});
    return {key, node: field(text, area, description), read: () => area.value.trim()};
  }
  // As in Tasklist's own form: 1.200 is 1200, and 6,5 is no whole number.
  const input = el('input', {...properties, inputmode: type === 'number' ? 'numeric' : null});
  return {key, node: field(text, input, description), ...type === 'number' ? wholeOf(input) : {read: () => input.value.trim()}};
}

/**
 * A dialog with a form; resolves to what was read from it, or to nothing where it was closed.
 * @type {(title: string, build: () => Question | Promise<Question>, yes?: string) => Promise<Order | undefined>}
 */
function ask(title, build, yes = t('Đồng ý', 'OK')) {
  return dialog(title, close => {
    const place = el('div');
    load(place, async () => build(), ({nodes, read, wrong}) => el('form', {class: 'ou-bulk-form', on: {submit: event => {
      event.preventDefault();
      if (!wrong?.()) {
        close(read());
      }
    }}}, nodes, el('div', {class: 'ou-actions'},
      el('button', {class: 'ou-button ou-primary'}, yes),
      el('button', {type: 'button', class: 'ou-button', on: {click: () => close()}}, t('Hủy', 'Cancel')))));
    return place;
  });
}
