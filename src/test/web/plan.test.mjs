import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {fresh, open} from './page.mjs';

const MET = {measure: 'MEETING', promised: 12, reached: 4, standing: 7, percent: 33, missing: 8, overdue: 0, lastYear: 3,
  summary: 'Gặp chủ doanh nghiệp trong năm: 4/12 – chưa đạt, còn 8. Lũy kế: 7/24 doanh nghiệp.'};

beforeEach(() => open());

test('an address says what was asked, and nothing else', async () => {
  const {queryOf, questionIn} = await fresh('plan.js');
  const question = {year: '2026', tab: 'results', measure: 'MEETING', state: 'NOT_STANDING', unit: ''};
  assert.deepEqual(questionIn(`?${queryOf({...question, zone: null, other: 'x'})}&other=y`), question);
  assert.equal(queryOf({tab: 'rows', year: 2027}), 'year=2027&tab=rows');
});

test('an empty group asks for the rows that name none, the whole for all of them', async () => {
  const {groupQuestion} = await fresh('plan.js');
  assert.deepEqual(groupQuestion('UNIT', ''), {unit: ''});
  assert.deepEqual(groupQuestion('MEMBER', 'officer1'), {responsibleMember: 'officer1'});
  assert.deepEqual(groupQuestion('TOTAL', ''), {});
});

test('a result is the server’s sentence, in English the same numbers', async () => {
  assert.equal((await fresh('plan.js')).resultSentence(MET, 'YEAR', 24), MET.summary);
  open('en');
  const {resultSentence} = await fresh('plan.js');
  assert.equal(resultSentence(MET, 'YEAR', 24), 'Meetings with owners, whole year: 4 of 12, missed so far, 8 left. Standing: 7 of 24 enterprises.');
  assert.match(resultSentence({...MET, promised: null, missing: null}, 'Q2', 24), /quarter 2: 4, the plan sets no target\./);
  assert.match(resultSentence({...MET, promised: 3, missing: 0}, 'YEAR', 24), /4 of 3, 1 more than promised\./);
  assert.match(resultSentence({...MET, measure: 'ADMISSION', promised: 4, missing: 0}, 'YEAR', 24), /4 of 4, reached\. Standing: 7 people\.$/);
});

test('a bar is cut, never rounded up, and never longer than its frame', async () => {
  const {partOf} = await fresh('plan.js');
  assert.deepEqual([partOf(2, 3), partOf(0, 3), partOf(5, 3), partOf(5, 0), partOf(5, null)], [66, 0, 100, 0, 0]);
});

const LINE = {measure: 'MEETING', promised: 1, reached: 0, standing: 0, dueOn: '2026-06-30', overdue: true, firstOn: null, inYearOn: null,
  outsideCase: false, doneBy: null, doneByName: null};
const ROW = {status: 'STARTED', reason: null, startOn: '2026-03-02', stageName: 'Đã khảo sát'};

test('what is missing says how far the case is and until when it was promised', async () => {
  const {whyMissing} = await fresh('plan.js');
  assert.deepEqual(whyMissing(ROW, LINE), ['Đang ở: Đã khảo sát', 'Quá hạn từ 30/06/2026']);
  assert.deepEqual(whyMissing(ROW, {...LINE, overdue: false}), ['Đang ở: Đã khảo sát', 'Hạn 30/06/2026']);
  assert.deepEqual(whyMissing(ROW, {...LINE, promised: 0}), ['Đang ở: Đã khảo sát', 'Không giao trong năm nay']);
  assert.deepEqual(whyMissing({...ROW, status: 'PLANNED', stageName: null}, {...LINE, promised: null}), ['Bắt đầu từ 02/03/2026']);
  assert.deepEqual(whyMissing({...ROW, status: 'PLANNED', startOn: null, stageName: null}, {...LINE, promised: null}), ['Chưa bắt đầu']);
  assert.deepEqual(whyMissing({...ROW, status: 'REFUSED', reason: 'Doanh nghiệp đã ngừng hoạt động.', stageName: null}, {...LINE, promised: null}),
    ['Không bắt đầu được: Doanh nghiệp đã ngừng hoạt động.']);
});

test('what is reached says since when, and whether the register alone has it', async () => {
  const {reachedText} = await fresh('plan.js');
  assert.equal(reachedText(LINE), '');
  assert.equal(reachedText({...LINE, standing: 1, firstOn: '2025-07-23', outsideCase: true}), '23/07/2025 · ngoài vụ việc');
  assert.equal(reachedText({...LINE, standing: 1, firstOn: '2025-07-23', inYearOn: '2026-02-03'}), '03/02/2026');
  assert.equal(reachedText({...LINE, measure: 'ADMISSION', reached: 1, standing: 3}), '1 người trong kỳ, lũy kế 3');
});

const SIZE = {rows: 30, columns: 5};
for (const [key, control, to] of [['ArrowUp', false, [2, 1]], ['ArrowDown', false, [4, 1]], ['ArrowLeft', false, [3, 0]], ['ArrowRight', false, [3, 2]],
  ['PageUp', false, [0, 1]], ['PageDown', false, [13, 1]], ['Home', false, [3, 0]], ['End', false, [3, 4]], ['Home', true, [0, 0]], ['End', true, [29, 4]]]) {
  test(`${control ? 'Ctrl ' : ''}${key} walks the grid`, async () => {
    const {moved} = await fresh('grid.js');
    const {row, column} = moved(key, {row: 3, column: 1}, SIZE, control);
    assert.deepEqual([row, column], to);
  });
}

test('the walk ends at the edges, and other keys do not walk', async () => {
  const {moved} = await fresh('grid.js');
  assert.deepEqual(moved('ArrowUp', {row: 0, column: 0}, SIZE), {row: 0, column: 0});
  assert.deepEqual(moved('PageDown', {row: 28, column: 4}, SIZE), {row: 29, column: 4});
  assert.equal(moved('Enter', {row: 0, column: 0}, SIZE), undefined);
});

test('many rows go to the server in parts', async () => {
  const {inParts} = await fresh('plan.js');
  assert.deepEqual(inParts([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(inParts([], 2), []);
});

test('two years differ by what is new, what is gone, and who has it', async () => {
  const {differences} = await fresh('plan.js');
  const row = (taxCode, responsibleMember) => ({taxCode, name: taxCode, responsibleMember, responsibleMemberName: responsibleMember?.toUpperCase() ?? null});
  const {added, gone, moved} = differences([row('a', 'x'), row('b', 'y'), row('c', null)], [row('b', 'x'), row('c', null), row('d', 'x')]);
  assert.deepEqual([added, gone].map(some => some.map(({taxCode}) => taxCode)), [['a'], ['d']]);
  assert.deepEqual(moved, [{...row('b', 'y'), before: 'X'}]);
});
