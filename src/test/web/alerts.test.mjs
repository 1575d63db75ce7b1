import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {FakeElement, fresh, open} from './page.mjs';

let place;
let changed;
let pages;

beforeEach(async () => {
  open();
  globalThis.XMLHttpRequest = class {
    get status() {
      return 0;
    }
    get responseText() {
      return '';
    }
    send() {}
    abort() {}
    getResponseHeader() {}
    getAllResponseHeaders() {}
  };
  place = new FakeElement('div');
  pages = new EventTarget();
  globalThis.addEventListener = pages.addEventListener.bind(pages);
  globalThis.MutationObserver = class {
    constructor(callback) {
      changed = callback;
    }
    observe() {}
  };
  document.documentElement = {style: {setProperty() {}}};
  document.querySelectorAll = selectors => selectors.includes('.ou-network') ? [] : place.querySelectorAll('.alert');
  const {tendAlerts} = await fresh('alerts.js');
  tendAlerts();
});

/** A notice as Camunda's webapps draw it. */
function alert(status, message) {
  const notice = new FakeElement('div');
  notice.setAttribute('class', 'alert');
  [['status', status], ['message', message]].forEach(([style, text]) => {
    const part = new FakeElement('span');
    part.setAttribute('class', style);
    part.append(text);
    notice.append(part);
  });
  const button = new FakeElement('button');
  button.setAttribute('class', 'close');
  button.click = () => notice.remove();
  notice.append(button);
  place.append(notice);
  changed();
  return notice;
}

const shown = () => place.querySelectorAll('.alert').length;

test('a notice leaves after some seconds', t => {
  t.mock.timers.enable({apis: ['setTimeout', 'Date']});
  alert('Lỗi', 'Số đoàn viên nhiều hơn số lao động.');
  t.mock.timers.tick(11_000);
  assert.equal(shown(), 1);
  t.mock.timers.tick(1_000);
  assert.equal(shown(), 0);
});

for (const act of ['click', 'keydown']) {
  test(`a notice leaves with the next ${act}, not with the one that made it`, t => {
    t.mock.timers.enable({apis: ['setTimeout', 'Date'], now: 1_000_000});
    alert('Lỗi', 'Thiếu “Kết quả khảo sát”.');
    t.mock.timers.tick(500);
    pages.dispatchEvent(new Event(act));
    assert.equal(shown(), 1);
    t.mock.timers.tick(500);
    pages.dispatchEvent(new Event(act));
    assert.equal(shown(), 0);
  });
}

test('no sign of a program stands in front of a sentence, and no colon at the end of its heading', () => {
  assert.equal(alert('&lt;task&gt; &lt;- Không tìm thấy dữ liệu này.', 'Không tìm thấy dữ liệu này.').querySelector('.status').textContent, '');
  assert.equal(alert('<filter> <- <task> <- Không được.', 'Không được.').querySelector('.status').textContent, '');
  assert.equal(alert('Không hoàn thành được công việc. :', 'Thiếu số.').querySelector('.status').textContent, 'Không hoàn thành được công việc');
  assert.equal(alert('Không tải được :', 'Thử lại.').querySelector('.status').textContent, 'Không tải được');
});

test('what the line about the network says already is said once', async () => {
  const {offlineSentence} = await fresh('network.js');
  alert('Lỗi', offlineSentence());
  assert.equal(shown(), 0);
});
