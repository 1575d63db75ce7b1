// @ts-check
import {t} from './text.js';

/**
 * The product's API for pages: JSON in and out, the session's cookie, the token against forged requests, and errors that
 * carry the server's own sentence.
 */

const ROOT = new URL('../../', import.meta.url);
/** Without it a browser would answer "log in first" with a little window of its own. */
const BY_SCRIPT = {'X-Requested-With': 'XMLHttpRequest'};

export class ApiError extends Error {
  /**
   * @param {number} status 0 where nothing came back
   * @param {string} code stable, for programs
   * @param {string} message
   * @param {string | null} field the field it is about
   */
  constructor(status, code, message, field) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/**
 * A page of a list, of how many rows in all; a part of a list of which only is known whether there is more.
 * @template T
 * @typedef {{items: T[], page: number, total: number}} Page
 */
/**
 * @template T
 * @typedef {{items: T[], page: number, hasMore: boolean}} Part
 */

/** @typedef {{id: string, name: string}} Named a person or a unit, by what it is called */

/**
 * @param {string} path
 * @param {{background?: boolean}} options background: asked by the page itself now and then, nobody is asked to log in for it
 * @returns {Promise<any>}
 */
export const get = (path, {background = false} = {}) => call('GET', path, undefined, {background});
/**
 * All items of a list, page by page; `path` gives the path of a page.
 * @template T
 * @param {(page: number) => string} path
 * @returns {Promise<T[]>}
 */
export async function getAll(path) {
  /** @type {T[]} */
  const all = [];
  for (let page = 0; ; page++) {
    const {items, total} = await get(path(page));
    all.push(...items);
    if (items.length === 0 || all.length >= total) {
      return all;
    }
  }
}

/**
 * All items of a list that is read on from the last row of each answer; `path` gives the path of what follows a row.
 * @template T
 * @param {(after: string) => string} path
 * @returns {Promise<T[]>}
 */
export async function readAll(path) {
  const all = [];
  /** @type {string | null} */
  let after = '';
  while (after !== null) {
    const {items, next} = /** @type {{items: T[], next: string | null}} */ (await get(path(after)));
    all.push(...items);
    after = next;
  }
  return all;
}

/** @type {(path: string, body?: unknown) => Promise<any>} */
export const post = (path, body) => call('POST', path, body ?? {});
/** @type {(path: string, body?: unknown) => Promise<any>} */
export const put = (path, body) => call('PUT', path, body ?? {});
/** @type {(path: string, body?: unknown) => Promise<any>} */
export const patch = (path, body) => call('PATCH', path, body ?? {});
/** @type {(path: string) => Promise<any>} */
export const remove = path => call('DELETE', path);

/** @type {() => Promise<boolean>} */
let loginAgain = async () => false;
/** @type {Promise<boolean> | undefined} */
let asking;

/**
 * What to do where the session is over: `ask` resolves to whether somebody logged in, and what was refused is sent again.
 * @param {() => Promise<boolean>} ask
 */
export function whenLoggedOut(ask) {
  loginAgain = () => asking ??= ask().finally(() => {
    asking = undefined;
  });
}

/** @type {Array<() => void>} */
const afterWriting = [];

/** Calls back after each request that changed something. @param {() => void} callback */
export function onWritten(callback) {
  afterWriting.push(callback);
}

/** The address of a path of this application, wherever it is mounted. @param {string} path */
export function address(path) {
  return new URL(path.replace(/^\//, ''), ROOT).href;
}

/**
 * Sends a file as it is; tells how much has gone, from 0 to 1.
 * @param {string} path
 * @param {File} file
 * @param {(gone: number) => void} onProgress
 */
export async function upload(path, file, onProgress = () => {}) {
  try {
    return await sendFile(path, file, onProgress);
  } catch (failure) {
    if (failure.status !== 401 || !await loginAgain()) {
      throw failure;
    }
    return sendFile(path, file, onProgress);
  }
}

/** @type {(path: string, file: File, onProgress: (gone: number) => void) => Promise<any>} */
async function sendFile(path, file, onProgress) {
  const token = await tokenOfSession();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-XSRF-TOKEN', token);
    Object.entries(BY_SCRIPT).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', event => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('load', () => {
      const answer = parse(request.responseText);
      if (request.status < 300) {
        afterWriting.forEach(callback => callback());
        resolve(answer);
      } else {
        reject(error(request.status, answer, name => request.getResponseHeader(name)));
      }
    });
    request.send(file);
  });
}

/**
 * Logs in with Camunda's own form, so that Tasklist and Cockpit are open too.
 * @param {string} user
 * @param {string} password
 */
export async function login(user, password) {
  const answer = await send('POST', '/camunda/api/admin/auth/user/default/login/tasklist',
    {'Content-Type': 'application/x-www-form-urlencoded', 'X-XSRF-TOKEN': await tokenOfSession()},
    new URLSearchParams({username: user, password}));
  if (!answer.ok) {
    throw answer.status === 401
      ? new ApiError(401, 'login', t('Tên đăng nhập hoặc mật khẩu không đúng.', 'Wrong user name or password.'), null)
      : error(answer.status, parse(await answer.text()), name => answer.headers.get(name));
  }
  token = undefined;
}

export async function logout() {
  await send('POST', '/camunda/api/admin/auth/user/default/logout', {'X-XSRF-TOKEN': await tokenOfSession()});
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {{again?: boolean, background?: boolean}} options
 * @returns {Promise<any>}
 */
async function call(method, path, body, {again = false, background = false} = {}) {
  /** @type {Record<string, string>} */
  const headers = {Accept: 'application/json'};
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = await tokenOfSession();
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await send(method, path, headers, body === undefined ? undefined : JSON.stringify(body));
  const content = parse(await answer.text());
  if (answer.status === 403 && content?.code === 'csrf-token' && !again) {
    // Somebody logged in anew in another tab: the session has another token now, and nothing was done.
    token = undefined;
    return call(method, path, body, {again: true, background});
  }
  if (answer.status === 401 && !background && await loginAgain()) {
    return call(method, path, body);
  }
  if (!answer.ok) {
    throw error(answer.status, content, name => answer.headers.get(name));
  }
  if (method !== 'GET') {
    afterWriting.forEach(callback => callback());
  }
  return content;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Record<string, string>} headers
 * @param {BodyInit} [body]
 */
async function send(method, path, headers, body) {
  try {
    return await fetch(address(path), {method, headers: {...headers, ...BY_SCRIPT}, body, credentials: 'same-origin'});
  } catch (offline) {
    throw unreachable();
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch (noJson) {
    return null;
  }
}

/**
 * The engine's API has code and field in the head of its answer.
 * @param {number} status
 * @param {any} answer
 * @param {(name: string) => string | null} header
 */
function error(status, answer, header) {
  const sentence = answer?.detail ?? answer?.message;
  return new ApiError(status, answer?.code ?? header('Outreach-Code') ?? 'unknown',
    sentence ?? t('Hệ thống chưa thực hiện được yêu cầu, xin thử lại.', 'The request failed, please try again.'),
    answer?.field ?? header('Outreach-Field'));
}

function unreachable() {
  return new ApiError(0, 'offline', t('Không kết nối được máy chủ. Kiểm tra mạng rồi thử lại; nội dung đồng chí nhập vẫn còn.',
    'The server cannot be reached. Check the network and try again; what you typed is still there.'), null);
}

/** @type {string | undefined} */
let token;

/** @returns {Promise<string>} */
async function tokenOfSession() {
  return token ??= await freshToken();
}

/** The first page of the webapps makes the session's token, which changes at login. */
async function freshToken() {
  const known = await askToken();
  if (known) {
    return known;
  }
  await send('GET', '/camunda/app/welcome/default/', {Accept: 'text/html'});
  return await askToken() ?? '';
}

/** @returns {Promise<string | undefined>} */
async function askToken() {
  const answer = await send('GET', '/api/v1/token', {Accept: 'application/json'});
  return (parse(await answer.text()))?.token;
}
