import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {post} from '../../main/resources/static/app/lib/api.js';
import {fresh, open} from './page.mjs';

let asked;
let answerTo;

beforeEach(() => {
  open();
  asked = [];
  globalThis.fetch = async href => {
    const path = href.replace(/^.*?\/resources\/static\//, '/');
    asked.push(path);
    const answer = answerTo(path);
    return new Response(JSON.stringify(answer), {status: answer.status ?? 200});
  };
});

test('cards that are drawn together are asked for in one request, and a task that there is not is null', async () => {
  const {summary} = await fresh('tasks.js');
  answerTo = () => ({items: [{id: 'a'}, {id: 'c'}]});
  assert.deepEqual(await Promise.all(['a', 'b', 'c', 'a'].map(id => summary({id}))), [{id: 'a'}, null, {id: 'c'}, {id: 'a'}]);
  assert.deepEqual(asked, ['/api/v1/tasks?ids=a,b,c']);
});

test('more cards than the server takes at once are asked for in parts', async () => {
  const {summary} = await fresh('tasks.js');
  answerTo = path => ({items: path.split('=')[1].split(',').map(id => ({id}))});
  const ids = [...Array(101).keys()].map(String);
  assert.deepEqual((await Promise.all(ids.map(id => summary({id})))).map(task => task.id), ids);
  assert.equal(asked.length, 2);
  assert.equal(asked[1], '/api/v1/tasks?ids=100');
});

test('a card is kept for a minute, but not where its holder or due date is another', async t => {
  t.mock.timers.enable({apis: ['Date'], now: 0});
  const {summary} = await fresh('tasks.js');
  answerTo = () => ({items: [{id: 'a'}]});
  await summary({id: 'a', assignee: 'officer1'});
  await summary({id: 'a', assignee: 'officer1'});
  assert.equal(asked.length, 1);
  await summary({id: 'a', assignee: 'officer2'});
  assert.equal(asked.length, 2);
  await summary({id: 'a', assignee: 'officer2', due: '2026-11-26'});
  assert.equal(asked.length, 3);
  t.mock.timers.setTime(60_000);
  await summary({id: 'a', assignee: 'officer2', due: '2026-11-26'});
  assert.equal(asked.length, 4);
});

test('cards whose request failed say so, and are asked for the next time', async () => {
  const {summary} = await fresh('tasks.js');
  answerTo = () => ({status: 500, detail: 'Hỏng.'});
  const both = await Promise.allSettled([summary({id: 'a'}), summary({id: 'b'})]);
  assert.deepEqual(both.map(({reason}) => reason.message), ['Hỏng.', 'Hỏng.']);
  answerTo = () => ({items: [{id: 'a'}]});
  assert.deepEqual(await summary({id: 'a'}), {id: 'a'});
});

test('how a task is said', async () => {
  const {dueBadge, priorityText, stageText, whoText, workersText, taskPath} = await fresh('tasks.js');
  const units = [{id: 'zoneUnion', name: 'Công đoàn'}, {id: 'youthUnion', name: null}];
  assert.equal(whoText({assignee: {name: 'Lan'}, units}), 'Lan');
  assert.equal(whoText({assignee: null, units}), 'Chưa ai nhận – Công đoàn, youthUnion');
  assert.equal(whoText({assignee: null, units: []}), 'Chưa ai nhận');
  assert.deepEqual([100, 80, 79, 41, 40].map(priority => priorityText({priority})),
    ['Ưu tiên cao', 'Ưu tiên cao', 'Ưu tiên vừa', 'Ưu tiên vừa', 'Ưu tiên thấp']);
  const late = dueBadge({overdue: true, dueAt: '2026-11-26', dueInWorkingDays: -1});
  assert.equal(late.getAttribute('class'), 'ou-due ou-late');
  assert.equal(late.textContent, '26/11/2026 · quá hạn 1 ngày làm việc');
  assert.equal(dueBadge({overdue: false, dueAt: null, dueInWorkingDays: 0}).getAttribute('class'), 'ou-due ou-due-today');
  assert.equal(workersText(0), '0 lao động');
  assert.equal(workersText(null), null);
  assert.equal(taskPath('a/b'), '/camunda/app/tasklist/default/#/?task=a%2Fb');
  assert.equal(stageText({stageName: 'Thành lập công đoàn'}), 'Thành lập công đoàn');
});

test('everything beside a task is asked for once, and again after a failure, a change or a while', async t => {
  t.mock.timers.enable({apis: ['Date'], now: 0});
  const {enterpriseOf, pageOf} = await fresh('task.js');
  answerTo = () => ({status: 500});
  await assert.rejects(enterpriseOf('1'));
  answerTo = () => ({step: 'meetOwner', enterprise: {taxCode: '3500000001'}});
  const [page, enterprise] = await Promise.all([pageOf('1'), enterpriseOf('1')]);
  assert.equal(page.step, 'meetOwner');
  assert.deepEqual(enterprise, {taxCode: '3500000001'});
  assert.deepEqual(asked, ['/api/v1/tasks/1/page', '/api/v1/tasks/1/page']);
  t.mock.timers.setTime(2_999);
  await pageOf('1');
  assert.equal(asked.length, 2);
  t.mock.timers.setTime(3_000);
  await enterpriseOf('1');
  assert.equal(asked.length, 2, 'whom a task is about does not change');
  await pageOf('1');
  assert.equal(asked.length, 3);
  await post('/api/v1/enterprises/3500000001/contacts');
  asked = [];
  await pageOf('1');
  assert.deepEqual(asked, ['/api/v1/tasks/1/page'], 'what was written may stand beside the task');
});

test('only the last twenty tasks are kept', async () => {
  const {enterpriseOf} = await fresh('task.js');
  answerTo = () => ({});
  for (let id = 0; id <= 20; id++) {
    await enterpriseOf(String(id));
  }
  await enterpriseOf('20');
  await enterpriseOf('1');
  assert.equal(asked.length, 21);
  await enterpriseOf('0');
  assert.equal(asked.length, 22);
});

test('who is logged in is asked once, and again after nobody was', async () => {
  const {me, readsCandidates} = await fresh('session.js');
  answerTo = () => ({status: 401});
  await assert.rejects(me());
  answerTo = () => ({id: 'officer1'});
  await Promise.all([me(), me()]);
  assert.equal(asked.length, 2);
  assert.deepEqual(['organisationBoard', 'cell3500000001', 'zoneUnion'].map(group => readsCandidates({groups: [group]})), [true, true, false]);
});

test('how a contact is said', async () => {
  const {colleagueText, metText, nothingLogged} = await fresh('contacts.js');
  const met = {day: '2026-10-30', kind: 'VISIT'};
  assert.equal(metText(met), '30/10/2026 (đến tận nơi)');
  assert.equal(nothingLogged(null), 'Chưa có liên hệ nào được ghi');
  assert.equal(nothingLogged(met), 'Chưa có liên hệ nào được ghi; theo hồ sơ, lần gần nhất: 30/10/2026 (đến tận nơi)');
  assert.equal(colleagueText(null), null);
  assert.match(colleagueText({...met, whoName: 'Lan'}), /^Lan đã liên hệ doanh nghiệp này ngày 30\/10\/2026 \(đến tận nơi\)\./);
});

test('the scale of readiness is asked once, again after a failure, and speaks the language of the page', async () => {
  const {readinessScale} = await fresh('contacts.js');
  answerTo = () => ({status: 500});
  await assert.rejects(readinessScale());
  const words = both => ({vi: both, en: `${both} (en)`});
  answerTo = () => ({direction: words('5 là tốt nhất'), subject: words('chủ'), levels: [{level: 1, name: words('Thấp'), meaning: words('Từ chối')}]});
  assert.equal((await readinessScale()).levels[0].name, 'Thấp');
  open('en');
  assert.deepEqual((await readinessScale()).levels, [{level: 1, name: 'Thấp (en)', meaning: 'Từ chối (en)'}]);
  assert.equal(asked.length, 2);
});

test('a part hears of its own enterprise only, and no more once it is gone from the page', async () => {
  const {onChanged, tellChanged} = await fresh('contacts.js');
  const node = document.createElement('div');
  let heard = 0;
  onChanged(node, '1', () => heard++);
  tellChanged('1');
  assert.equal(heard, 1, 'it is not in the page yet');
  document.body.append(node);
  tellChanged('2');
  tellChanged('1');
  assert.equal(heard, 2);
  node.remove();
  tellChanged('1');
  document.body.append(node);
  tellChanged('1');
  assert.equal(heard, 2);
});

test('the notices that are new since the last look are told as such', async t => {
  t.mock.timers.enable({apis: ['setInterval']});
  const streams = [];
  globalThis.EventSource = class extends EventTarget {
    static CLOSED = 2;
    readyState = 1;
    constructor() {
      super();
      streams.push(this);
    }
    close() {
      this.readyState = 2;
    }
  };
  const {watch} = await fresh('notices.js');
  const told = [];
  let items = [{id: 7, read: false}];
  let tell;
  answerTo = () => ({bell: true, items});
  const next = act => new Promise(resolve => {
    tell = resolve;
    act();
  });
  await next(() => watch((notices, arrived) => {
    told.push(arrived.map(({id}) => id));
    tell();
  }));
  await new Promise(setImmediate);
  items = [{id: 9, read: true}, {id: 8, read: false}, ...items];
  await next(() => streams[0].dispatchEvent(new Event('bell')));
  assert.deepEqual(told, [[], [8]]);

  document.hidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.equal(streams[0].readyState, 2, 'a hidden window lets go of its stream');
  document.hidden = false;
  await next(() => document.dispatchEvent(new Event('visibilitychange')));
  await new Promise(setImmediate);
  assert.equal(streams.length, 2);

  await next(() => {
    streams[1].readyState = 2;
    streams[1].dispatchEvent(new Event('error'));
  });
  const before = told.length;
  await next(() => t.mock.timers.tick(60_000));
  assert.equal(told.length, before + 1, 'where there is no stream the list is asked for every minute');
});
