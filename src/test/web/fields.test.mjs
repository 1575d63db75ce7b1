import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {FakeElement, open} from './page.mjs';

open();
const {dayField, daySentence, readDay} = await import('../../main/resources/static/app/lib/day.js');
const {el, field, fill, load} = await import('../../main/resources/static/app/lib/dom.js');
const {sayRefusal} = await import('../../main/resources/static/app/lib/dialogForm.js');
const {sortHead} = await import('../../main/resources/static/app/lib/sortHead.js');
const {wholeOf} = await import('../../main/resources/static/app/lib/whole.js');
const {dropTarget, sizeText} = await import('../../main/resources/static/app/lib/files.js');
const {monthField} = await import('../../main/resources/static/app/lib/month.js');
const {isTaxCode, readReference} = await import('../../main/resources/static/app/lib/folded.js');
const {speakOfFields} = await import('../../main/resources/static/app/lib/validity.js');

beforeEach(() => open());

for (const [written, read] of [['27/11/2026', '2026-11-27'], ['1.2.2026', '2026-02-01'], ['29-02-2028', '2028-02-29'], [' 5 10 2026 ', '2026-10-05'],
  ['27\u201111\u20112026', '2026-11-27'], ['\u200b27/11/2026\u00a0', '2026-11-27'], ['27 – 11 – 2026', '2026-11-27'], ['２７/１１/２０２６', '2026-11-27']]) {
  test(`the day “${written}”`, () => assert.equal(readDay(written), read));
}

for (const written of ['UV-2026-0001', ' uv-2026-0001\u00a0', 'UV\u20132026\u20130001', 'UV 2026 0001', '\u200bUV\u20112026 - 0001', 'ＵＶ－２０２６－０００１', 'UV20260001']) {
  test(`the reference “${written}”`, () => assert.equal(readReference(written), 'UV-2026-0001'));
}

for (const written of ['', 'UV', 'UV-2026-001', '2026-0001', 'UV-2026-00012']) {
  test(`“${written}” is no reference`, () => assert.equal(readReference(written), undefined));
}

test('a pasted tax code is known as one, a name is not', () => {
  ['3500370371', '3500\u00a0370\u00a0371', 'MST: 3500.370.371', '\u200b3500370371\u2013001', 'Mã số thuế 3500370371.', '350037'].forEach(code => assert.equal(isTaxCode(code), true, code));
  ['', 'mst', 'Thép 3500370371', '3500370371 Thép'].forEach(code => assert.equal(isTaxCode(code), false, code));
});

for (const [written, why] of [['29/02/2026', 'Không có ngày 29/02/2026 trong lịch.'], ['31/04/2026', 'Không có ngày 31/04/2026 trong lịch.'],
  ['05/13/2026', 'Không có ngày 05/13/2026 trong lịch.'], ['05/00/2026', 'Không có ngày 05/00/2026 trong lịch.'],
  ['01/01/1899', 'Năm phải từ 1900 đến 2100.'], ['01/01/2101', 'Năm phải từ 1900 đến 2100.'],
  ['2026-11-27', 'Ngày viết dạng ngày/tháng/năm, ví dụ 27/11/2026.'], ['20/11/26', 'Ngày viết dạng ngày/tháng/năm, ví dụ 27/11/2026.'],
  ['hôm qua', 'Ngày viết dạng ngày/tháng/năm, ví dụ 27/11/2026.'], ['20/11/0026', 'Năm phải từ 1900 đến 2100.'],
  ['27/11', 'Ngày viết dạng ngày/tháng/năm, ví dụ 27/11/2026.']]) {
  test(`“${written}” is no day, and why`, () => {
    assert.equal(readDay(written), undefined);
    assert.equal(daySentence(written), why);
  });
}

test('a field of a day shows dd/MM/yyyy and has yyyy-MM-dd', () => {
  const chosen = dayField('Ngày', {value: '2026-11-06'});
  const text = chosen.node.querySelector('input');
  assert.equal(text.value, '06/11/2026');
  text.value = '7/11/2026';
  assert.equal(chosen.value, '2026-11-07');
  assert.equal(chosen.isWrong(), false);
  text.value = '  ';
  assert.equal(chosen.value, '');
  assert.equal(chosen.isWrong(), false);
});

test('a field of a day that is none keeps what was typed and says so', () => {
  const chosen = dayField('Ngày');
  const text = chosen.node.querySelector('input');
  text.value = '31/04/2026';
  assert.equal(chosen.isWrong(), true);
  assert.equal(chosen.value, '31/04/2026');
  assert.equal(chosen.node.querySelector('.ou-error').textContent, 'Không có ngày 31/04/2026 trong lịch.');
});

test('a month is written MM/yyyy and is yyyy-MM', () => {
  const chosen = monthField('Tháng', {value: '1998-03'});
  const text = chosen.node.querySelector('input');
  assert.equal(text.value, '03/1998');
  for (const meant of ['7/1998', '07\u201119\u200b98', ' 7 / 1998\u00a0', '７．１９９８']) {
    text.value = meant;
    assert.equal(chosen.value, '1998-07', meant);
  }
  for (const wrong of ['13/1998', '0/1998', '1998', 'tháng ba']) {
    text.value = wrong;
    assert.equal(chosen.isWrong(), true, wrong);
    assert.equal(chosen.value, wrong);
  }
});

test('what people typed is text, and nothing stands for what is not there', () => {
  const node = el('p', {hidden: false, title: null, lang: undefined, required: true, width: 0}, '<b>', null, false, undefined, [['a'], el('i', {}, 'b')], 0);
  assert.equal(node.textContent, '<b>ab0');
  assert.deepEqual([...node.attributes], [['required', ''], ['width', '0']]);
  fill(node, 'c');
  assert.equal(node.textContent, 'c');
});

test('an error is said at its control, is read with it and goes again', () => {
  const control = el('input');
  const node = field('Tên', control, 'Như trên giấy');
  const error = node.querySelector('.ou-error');
  assert.equal(control.getAttribute('aria-describedby'), `${control.id}-hint ${error.id}`);
  control.showError('Bắt buộc nhập.');
  assert.equal(error.textContent, 'Bắt buộc nhập.');
  assert.equal(error.hidden, false);
  assert.equal(control.getAttribute('aria-invalid'), 'true');
  assert.equal(control.focused, true);
  control.showError(null);
  assert.equal(error.hidden, true);
  assert.equal(control.hasAttribute('aria-invalid'), false);
});

test('what is refused is said at its field, and below the form where it has none that can say it', () => {
  const [control, below] = [el('input'), el('p')];
  field('Tên', control);
  sayRefusal({message: 'Bắt buộc nhập.', field: 'name'}, {name: control}, below);
  assert.equal(control.parentElement.querySelector('.ou-error').textContent, 'Bắt buộc nhập.');
  assert.equal(below.textContent, '');
  sayRefusal({message: 'Không có quyền.', field: null}, {name: control}, below);
  assert.equal(below.textContent, 'Không có quyền.');
  sayRefusal({message: 'Sai.', field: 'mode'}, {mode: undefined}, below);
  assert.equal(below.textContent, 'Sai.');
});

for (const [typed, read] of [['', null], ['1.200', 1200], [' 7 ', 7]]) {
  test(`the whole number “${typed}”`, () => {
    const input = el('input', {value: typed});
    field('Số', input);
    assert.equal(wholeOf(input).wrong(), false);
    assert.equal(wholeOf(input).read(), read);
  });
}

test('what is no whole number is said at its field', () => {
  const input = el('input', {value: '6,5'});
  const node = field('Số', input);
  assert.equal(wholeOf(input).wrong(), true);
  assert.match(node.querySelector('.ou-error').textContent, /“6,5” không phải là số nguyên/);
});

test('the head of a column says how the list is sorted, and asks for the other way round', () => {
  const told = [];
  const head = order => sortHead({style: 'x', button: 'y', title: 'Tên', sort: 'name', order, sorted: by => told.push(by)});
  for (const [order, said] of [['name', 'ascending'], ['-name', 'descending'], ['dueAt', null]]) {
    const node = head(order);
    assert.equal(node.getAttribute('aria-sort'), said, order);
    node.querySelector('button').dispatchEvent(new Event('click'));
  }
  assert.deepEqual(told, ['-name', 'name', 'name']);
  const fixed = sortHead({style: 'x', button: 'y', title: 'Tên', order: ''});
  assert.equal(fixed.getAttribute('aria-sort'), null);
  assert.equal(fixed.querySelector('button'), null);
});

for (const [status, offered] of [[0, true], [500, true], [403, false], [404, false]]) {
  test(`what failed with ${status} ${offered ? 'may' : 'may not'} be tried again`, async () => {
    const place = el('div');
    await load(place, async () => {
      throw Object.assign(new Error('Không được.'), {status});
    }, String);
    assert.equal(place.querySelector('.ou-failure').textContent, offered ? 'Không được.Thử lại' : 'Không được.');
  });
}

test('trying again shows what came the second time', async () => {
  const place = el('div');
  let asked = 0;
  const shown = new Promise(resolve => {
    load(place, async () => {
      if (++asked === 1) {
        throw Object.assign(new Error('Mất mạng.'), {status: 0});
      }
      return 'đây';
    }, data => {
      resolve();
      return data;
    }).then(() => place.querySelector('button').dispatchEvent(new Event('click')));
  });
  await shown;
  assert.equal(place.textContent, 'đây');
});

test('a field that is missing speaks the chosen language until it is changed', () => {
  speakOfFields();
  const told = name => {
    const event = new Event(name);
    Object.defineProperty(event, 'target', {value: input});
    document.dispatchEvent(event);
  };
  const input = new FakeElement('input');
  input.validity = {valid: false, valueMissing: true};
  told('invalid');
  assert.equal(input.customError, 'Bắt buộc nhập.');
  told('input');
  assert.equal(input.customError, '');
  input.validity = {valid: false, valueMissing: false};
  told('invalid');
  assert.equal(input.customError, 'Giá trị không hợp lệ.');
  input.validity = {valid: true};
  told('invalid');
  assert.equal(input.customError, '');
});

test('sizes of files are rounded, and never nothing', () => {
  assert.equal(sizeText(10), '1 KB');
  assert.equal(sizeText(1024 * 1024 - 1), '1.024 KB');
  assert.equal(sizeText(2.55 * 1024 * 1024), '2,6 MB');
});

test('a file that is dropped is given on once, one that is too large is not', t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const node = el('div', {class: 'target'});
  node.classList = {add() {}, remove() {}};
  const taken = [];
  dropTarget(node, file => taken.push(file.name), 100);
  dropTarget(node, file => taken.push(file.name), 100);
  const drop = file => node.dispatchEvent(Object.assign(new Event('drop'), {dataTransfer: {types: ['Files'], files: [file]}}));
  drop({name: 'small.pdf', size: 100});
  drop({name: 'large.pdf', size: 101});
  assert.deepEqual(taken, ['small.pdf']);
  assert.match(document.body.querySelector('.ou-toast').textContent, /“large.pdf” lớn hơn mức cho phép/);
});
