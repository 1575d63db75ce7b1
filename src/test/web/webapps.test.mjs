import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {FakeElement, FakeText, fresh, open} from './page.mjs';

let changed;

beforeEach(() => {
  open();
  globalThis.MutationObserver = class {
    constructor(callback) {
      changed = callback;
    }
    observe() {}
    disconnect() {}
  };
});

/** An element of Camunda's page with this text and these attributes, as it is just drawn. */
function drawn(tag, text, attributes = {}) {
  const node = new FakeElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(text);
  document.body.append(node);
  changed([{type: 'childList', addedNodes: [node]}]);
  return node;
}

test('only a whole text is another one, and its place and the space around it stay', async () => {
  const {replaceTexts} = await fresh('replace.js');
  replaceTexts('.place', {Value: 'Giá trị $&', 'Hit policy:': 'Cách chọn:'}, [[/^Error: (.+)$/, sentence => sentence]]);
  const within = {class: 'place'};
  assert.equal(drawn('p', '\n  Value ', within).textContent, '\n  Giá trị $& ');
  assert.equal(drawn('p', 'Hit\n policy:', within).textContent, 'Cách chọn:');
  assert.equal(drawn('p', 'Error: Quá hạn.', within).textContent, 'Quá hạn.');
  assert.equal(drawn('p', 'Value of a thing', within).textContent, 'Value of a thing');
  assert.equal(drawn('p', 'Value').textContent, 'Value');
});

test('attributes that people read are other ones, what is typed or chosen is not', async () => {
  const {replaceTexts} = await fresh('replace.js');
  replaceTexts('body', {Value: 'Giá trị'});
  assert.equal(drawn('input', '', {placeholder: 'Value', name: 'Value'}).getAttribute('placeholder'), 'Giá trị');
  assert.equal(drawn('input', '', {placeholder: 'Value', name: 'Value'}).getAttribute('name'), 'Value');
  assert.equal(drawn('textarea', 'Value').textContent, 'Value');
  assert.equal(drawn('option', 'Value').textContent, 'Value');
  assert.equal(drawn('option', 'Value', {value: '1'}).textContent, 'Giá trị');
});

test('a text that changes later is another one, too', async () => {
  const {replaceTexts} = await fresh('replace.js');
  replaceTexts('.place', {Value: 'Giá trị'});
  const node = drawn('p', '…', {class: 'place', title: '…'});
  const text = node.childNodes[0];
  text.data = 'Value';
  changed([{type: 'characterData', target: text}]);
  assert.equal(text.data, 'Giá trị');
  node.setAttribute('title', 'Value');
  changed([{type: 'attributes', target: node, attributeName: 'title'}]);
  assert.equal(node.getAttribute('title'), 'Giá trị');
});

test('the words of the date pickers', async () => {
  const {WORDS} = await fresh('webappWords.js');
  const [calendar] = WORDS;
  const said = text => calendar.texts[text] ?? calendar.patterns.map(([pattern, sentence]) => {
    const found = pattern.exec(text);
    return found && sentence(...found.slice(1));
  }).find(Boolean);
  assert.equal(said('November'), 'Tháng 11');
  assert.equal(said('May 2026'), 'Tháng 5/2026');
  assert.equal(said('Thu'), 'T5');
  assert.equal(said('Thứ'), undefined);
});

test('a filter\'s criterion that takes an expression keeps its star', async () => {
  const {WORDS} = await fresh('webappWords.js');
  const [[pattern, sentence]] = WORDS.find(({within}) => within.includes('filter-modal')).patterns;
  assert.equal(sentence(...pattern.exec('Due Before *').slice(1)), 'Hạn trước *');
  assert.equal(sentence(...pattern.exec('Something new *').slice(1)), 'Something new *');
});

test('a first visit stores the app\'s labels where it looks for them, a second one asks for nothing', async () => {
  const base = new FakeElement('base');
  base.setAttribute('app-root', '/camunda');
  base.setAttribute('app-name', 'tasklist');
  document.body.append(base);
  globalThis.window = {bust: '7.24.0'};
  localStorage.setItem('camunda-web', JSON.stringify({other: 'kept'}));
  const asked = [];
  globalThis.fetch = async path => {
    asked.push(path);
    return new Response('{"DUE_DATE": "Hạn"}');
  };
  const {labelsReady} = await fresh('labels.js');
  await labelsReady();
  await labelsReady();
  assert.deepEqual(asked, ['/camunda/app/tasklist/locales/vi.json?bust=7.24.0']);
  assert.deepEqual(JSON.parse(localStorage.getItem('camunda-web')),
    {other: 'kept', '/camunda/app/tasklist/locales/_locales_data_vi_7.24.0': '{"DUE_DATE":"Hạn"}'});
});

test('where no answer comes, the webapps get one that says so, until the next comes', async () => {
  class FakeRequest extends EventTarget {
    static DONE = 4;
    readyState = 1;
    answered = 0;
    get status() {
      return this.answered;
    }
    get responseText() {
      return this.answered ? '{}' : '';
    }
    send() {}
    abort() {}
    getResponseHeader() {
      return null;
    }
    getAllResponseHeaders() {
      return '';
    }
    end(status) {
      this.answered = status;
      this.readyState = FakeRequest.DONE;
      this.dispatchEvent(new Event('loadend'));
    }
  }
  const pages = new EventTarget();
  Object.assign(globalThis, {XMLHttpRequest: FakeRequest, addEventListener: pages.addEventListener.bind(pages)});
  const {offlineSentence, watchNetwork} = await fresh('network.js');
  watchNetwork();
  const sent = () => {
    const request = new FakeRequest();
    request.send();
    return request;
  };
  const strip = () => document.body.querySelector('.ou-network')?.textContent;

  const lost = sent();
  assert.equal(lost.status, 0, 'not answered yet');
  lost.end(0);
  assert.equal(lost.status, 503);
  assert.deepEqual(JSON.parse(lost.responseText), {message: offlineSentence()});
  assert.equal(lost.getResponseHeader('Content-Type'), 'application/json');
  assert.equal(strip(), offlineSentence());

  const aborted = sent();
  aborted.abort();
  aborted.end(0);
  assert.equal(aborted.status, 0);
  assert.equal(strip(), offlineSentence(), 'the program itself did not wait for an answer');

  const answered = sent();
  answered.end(404);
  assert.equal(answered.status, 404);
  assert.equal(strip(), undefined);

  pages.dispatchEvent(new Event('pagehide'));
  sent().end(0);
  assert.equal(strip(), undefined, 'a page that is left loses its requests');
});
