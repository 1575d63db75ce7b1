// @ts-check
import {el} from './dom.js';
import {t} from './text.js';

/**
 * What happens in Camunda's webapps while the server cannot be reached. Their programs do not expect that no answer comes:
 * they stop over it, and neither lists nor the login work afterwards. To them it is an answer that says so; to the person
 * it is one sentence above the page, until the next answer comes.
 */

const UNREACHABLE = 503;
/** @type {Record<string, string>} */
const HEADERS = {'content-type': 'application/json'};
const aborted = new WeakSet();
/** The browser's own property. @type {(name: string) => PropertyDescriptor & {get(): any}} */
const native = name => /** @type {any} */ (Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, name));
const status = native('status');
/** @type {HTMLElement | undefined} */
let strip;

export const offlineSentence = () => t('Không kết nối được máy chủ. Kiểm tra mạng; nội dung đang nhập vẫn còn trên màn hình.',
  'The server cannot be reached. Check the network; what you typed is still on the screen.');

export function watchNetwork() {
  const prototype = XMLHttpRequest.prototype;
  const {abort, send, getAllResponseHeaders, getResponseHeader} = prototype;
  const text = native('responseText');
  prototype.abort = function() {
    aborted.add(this);
    return abort.call(this);
  };
  prototype.send = function(body) {
    this.addEventListener('loadend', () => !aborted.has(this) && tell(isLost(this)));
    return send.call(this, body);
  };
  Object.defineProperty(prototype, 'status', {...status, get() {
    return isLost(this) ? UNREACHABLE : status.get.call(this);
  }});
  Object.defineProperty(prototype, 'responseText', {...text, get() {
    return isLost(this) ? JSON.stringify({message: offlineSentence()}) : text.get.call(this);
  }});
  prototype.getAllResponseHeaders = function() {
    return isLost(this) ? Object.entries(HEADERS).map(header => header.join(': ')).join('\r\n') : getAllResponseHeaders.call(this);
  };
  prototype.getResponseHeader = function(name) {
    return isLost(this) ? HEADERS[name.toLowerCase()] ?? null : getResponseHeader.call(this, name);
  };
}

/** @param {XMLHttpRequest} request */
const isLost = request => request.readyState === XMLHttpRequest.DONE && status.get.call(request) === 0 && !aborted.has(request);

/** A page that is being left loses its requests, too. */
let leaving = false;
addEventListener('pagehide', () => {
  leaving = true;
});
addEventListener('pageshow', () => {
  leaving = false;
});

/** @param {boolean} lost */
function tell(lost) {
  if (lost && !leaving) {
    strip ??= el('p', {class: 'ou-network', role: 'alert'}, offlineSentence());
    document.body.append(strip);
  } else {
    strip?.remove();
  }
}
