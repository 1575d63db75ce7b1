import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fresh, open} from './page.mjs';

open();
const {day, due, moment, number, today} = await import('../../main/resources/static/app/lib/format.js');
const {language, t} = await import('../../main/resources/static/app/lib/text.js');
const {readWhole, wholeSentence} = await import('../../main/resources/static/app/lib/whole.js');

test('Vietnamese whatever is stored, English only when it was chosen', () => {
  open('en');
  assert.equal(t('Lưu', 'Save'), 'Save');
  open('fr');
  assert.equal(t('Lưu', 'Save'), 'Lưu');
});

test('what the server calls a thing is English for who chose it, and as it was said where there is none', async () => {
  open('en');
  const {named} = await fresh('text.js');
  assert.equal(named('Thành lập công đoàn'), 'Founding a union');
  assert.equal(named('Giai đoạn mới'), 'Giai đoạn mới');
  open('vi');
  assert.equal((await fresh('text.js')).named('Thành lập công đoàn'), 'Thành lập công đoàn');
});

test('Vietnamese where a browser stores nothing', () => {
  open('en');
  localStorage.getItem = () => {
    throw new Error('forbidden');
  };
  assert.equal(language(), 'vi');
});

test('a day stays the day that it says, a moment is the day it is in Vietnam', () => {
  assert.equal(day('2026-11-06'), '06/11/2026');
  assert.equal(day('2026-11-26T17:30:00Z'), '27/11/2026');
  assert.equal(day(null), '');
  assert.equal(moment('2026-11-26T17:05:00Z'), '27/11/2026 00:05');
  assert.equal(moment(''), '');
});

test('today is the day in Vietnam', t => {
  t.mock.timers.enable({apis: ['Date'], now: Date.parse('2026-12-31T16:59:59Z')});
  assert.equal(today(), '2026-12-31');
  t.mock.timers.setTime(Date.parse('2026-12-31T17:00:00Z'));
  assert.equal(today(), '2027-01-01');
});

test('numbers are grouped as the language does, and 0 is a number', () => {
  open();
  assert.equal(number(1234567), '1.234.567');
  assert.equal(number(2.5), '2,5');
  assert.equal(number(0), '0');
  assert.equal(number(undefined), '');
  open('en');
  assert.equal(number(1234567), '1,234,567');
});

test('what is due is said in working days, and what is not known with it', () => {
  open();
  assert.equal(due(3), 'còn 3 ngày làm việc');
  assert.equal(due(0), 'hạn hôm nay');
  assert.equal(due(-2), 'quá hạn 2 ngày làm việc');
  assert.equal(due(null), 'không có hạn');
  assert.equal(due(40, 2027), 'còn 40 ngày làm việc, chưa trừ ngày nghỉ lễ năm 2027');
});

for (const [written, read] of [['1200', '1200'], ['1.200', '1200'], ['1,200', '1200'], ['1 200', '1200'], ['1\u00a0200', '1200'],
  ['1\u202f200', '1200'], ['\u200b1200 ', '1200'], ['１２００', '1200'], ['\u22125', '-5'], ['1.234.567', '1234567'], [' 007 ', '007']]) {
  test(`the whole number “${written}”`, () => assert.equal(readWhole(written), read));
}

for (const written of ['6,5', '6.5', '1e3', '0.500', '1.200,300', '1.200,5', '1,200.5', '1.20', '12.', '12a', '', '-', '1200 người']) {
  test(`“${written}” is no whole number`, () => assert.equal(readWhole(written), null));
}

test('the refusal of a number repeats what was typed', () => {
  open();
  assert.match(wholeSentence(' 6,5 '), /“6,5” không phải là số nguyên/);
});
