import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {fresh, open} from './page.mjs';

let asked;
let answers;

/** The server: what it answers to `GET /api/v1/x` and the like, one after the other; the last for good. */
beforeEach(() => {
  open();
  asked = [];
  answers = {'GET /api/v1/token': [answer(200, {token: 'T1'}), answer(200, {token: 'T2'})]};
  globalThis.fetch = async (href, options) => {
    const what = `${options.method} ${href.replace(/^.*?\/resources\/static\//, '/')}`;
    asked.push({what, ...options});
    const next = answers[what].length > 1 ? answers[what].shift() : answers[what][0];
    if (next instanceof Error) {
      throw next;
    }
    return next.clone();
  };
});

function answer(status, body, headers = {}) {
  return new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), {status, headers});
}

const whats = () => asked.map(({what}) => what);

test('a read needs no token, a write has the session\'s, which is asked for once', async () => {
  const {get, patch, post} = await fresh('api.js');
  answers['GET /api/v1/x'] = [answer(200, {a: 1})];
  answers['POST /api/v1/x'] = [answer(201, {id: 2})];
  answers['PATCH /api/v1/x'] = [answer(204)];
  assert.deepEqual(await get('/api/v1/x'), {a: 1});
  assert.deepEqual(await post('/api/v1/x', {b: 2}), {id: 2});
  assert.equal(await patch('/api/v1/x'), null);
  assert.deepEqual(whats(), ['GET /api/v1/x', 'GET /api/v1/token', 'POST /api/v1/x', 'PATCH /api/v1/x']);
  assert.deepEqual(asked.map(({headers}) => headers['X-XSRF-TOKEN']), [undefined, undefined, 'T1', 'T1']);
  assert.deepEqual([asked[2].body, asked[3].body], ['{"b":2}', '{}']);
  assert.equal(asked.every(({headers}) => headers['X-Requested-With'] === 'XMLHttpRequest'), true);
});

test('all items of a list are read page by page, up to its total or to where it ends earlier', async () => {
  const {getAll} = await fresh('api.js');
  const path = page => `/api/v1/x?page=${page}`;
  answers['GET /api/v1/x?page=0'] = [answer(200, {items: [1, 2], total: 3})];
  answers['GET /api/v1/x?page=1'] = [answer(200, {items: [3], total: 3})];
  assert.deepEqual(await getAll(path), [1, 2, 3]);
  assert.equal(asked.length, 2);
  answers['GET /api/v1/x?page=1'] = [answer(200, {items: [], total: 3})];
  assert.deepEqual(await getAll(path), [1, 2]);
});

test('a list that nobody counts is read on from the last row of each answer', async () => {
  const {readAll} = await fresh('api.js');
  answers['GET /api/v1/x?after='] = [answer(200, {items: [1, 2], next: '2'})];
  answers['GET /api/v1/x?after=2'] = [answer(200, {items: [3], next: null})];
  assert.deepEqual(await readAll(after => `/api/v1/x?after=${after}`), [1, 2, 3]);
  assert.equal(asked.length, 2);
});

test('a session without a token gets one from the first page of the webapps', async () => {
  const {remove} = await fresh('api.js');
  answers['GET /api/v1/token'] = [answer(200, {}), answer(200, {token: 'T3'})];
  answers['GET /camunda/app/welcome/default/'] = [answer(200, '<html>')];
  answers['DELETE /api/v1/x'] = [answer(204)];
  await remove('/api/v1/x');
  assert.equal(asked.at(-1).headers['X-XSRF-TOKEN'], 'T3');
});

test('the token of a session that another tab began is asked for again, once', async () => {
  const {put} = await fresh('api.js');
  answers['PUT /api/v1/x'] = [answer(403, {code: 'csrf-token'}), answer(200, {ok: true})];
  assert.deepEqual(await put('/api/v1/x', {}), {ok: true});
  assert.equal(asked.at(-1).headers['X-XSRF-TOKEN'], 'T2');
  answers['PUT /api/v1/x'] = [answer(403, {code: 'csrf-token', detail: 'Không.'})];
  await assert.rejects(put('/api/v1/x', {}), {status: 403, code: 'csrf-token', message: 'Không.'});
});

test('whoever is logged out logs in again once for all that waits, and what was refused is sent again', async () => {
  const {get, whenLoggedOut} = await fresh('api.js');
  let logins = 0;
  whenLoggedOut(async () => {
    logins++;
    return true;
  });
  answers['GET /api/v1/a'] = [answer(401, {code: 'login'}), answer(200, {a: 1})];
  answers['GET /api/v1/b'] = [answer(401, {code: 'login'}), answer(200, {b: 1})];
  assert.deepEqual(await Promise.all([get('/api/v1/a'), get('/api/v1/b')]), [{a: 1}, {b: 1}]);
  assert.equal(logins, 1);
});

test('nobody is asked to log in for what the page asks by itself, and whoever does not log in is told so', async () => {
  const {get, whenLoggedOut} = await fresh('api.js');
  let logins = 0;
  whenLoggedOut(async () => {
    logins++;
    return false;
  });
  answers['GET /api/v1/a'] = [answer(401, {code: 'login', detail: 'Hãy đăng nhập.'})];
  await assert.rejects(get('/api/v1/a', {background: true}), {status: 401});
  assert.equal(logins, 0);
  await assert.rejects(get('/api/v1/a'), {status: 401, message: 'Hãy đăng nhập.'});
  assert.equal(logins, 1);
});

test('an error carries the server\'s sentence, code and field, from the body or from the head', async () => {
  const {ApiError, get} = await fresh('api.js');
  answers['GET /api/v1/x'] = [answer(422, {code: 'too-late', detail: 'Quá hạn.', field: 'day'})];
  await assert.rejects(get('/api/v1/x'), {status: 422, code: 'too-late', message: 'Quá hạn.', field: 'day'});
  answers['GET /api/v1/x'] = [answer(400, {message: 'Không hợp lệ.'}, {'Outreach-Code': 'wrong', 'Outreach-Field': 'name'})];
  await assert.rejects(get('/api/v1/x'), {status: 400, code: 'wrong', message: 'Không hợp lệ.', field: 'name'});
  answers['GET /api/v1/x'] = [answer(502, '<html>Bad gateway</html>')];
  await assert.rejects(get('/api/v1/x'), failure => failure instanceof ApiError && failure.code === 'unknown'
    && failure.message === 'Hệ thống chưa thực hiện được yêu cầu, xin thử lại.' && failure.field === null);
});

test('where nothing comes back the status is 0', async () => {
  const {get} = await fresh('api.js');
  answers['GET /api/v1/x'] = [new TypeError('fetch failed')];
  await assert.rejects(get('/api/v1/x'), {status: 0, code: 'offline', field: null});
});

test('a wrong password is said as such, and a login forgets the token of before', async () => {
  const {login, post} = await fresh('api.js');
  const form = 'POST /camunda/api/admin/auth/user/default/login/tasklist';
  answers[form] = [answer(401), answer(429, {message: 'Thử lại sau.'}), answer(200, {})];
  answers['POST /api/v1/x'] = [answer(200, {})];
  await assert.rejects(login('officer1', 'x'), {status: 401, message: 'Tên đăng nhập hoặc mật khẩu không đúng.'});
  await assert.rejects(login('officer1', 'x'), {status: 429, message: 'Thử lại sau.'});
  await login('officer1', 'officer1');
  assert.equal(String(asked.at(-1).body), 'username=officer1&password=officer1');
  await post('/api/v1/x');
  assert.equal(asked.at(-1).headers['X-XSRF-TOKEN'], 'T2');
});
