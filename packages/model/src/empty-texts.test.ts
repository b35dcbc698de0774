import { expect, test } from 'vitest';
import { emptyFaults, withEmpty, type Place } from './empty-texts.js';

const places: readonly Place[] = [
  [['title'], 'must be the title'],
  [['list', 1, 'text'], 'must be the second text'],
];
const title = { path: 'title', found: 'empty', rule: 'must be the title' };
const second = { path: 'list[1].text', found: 'empty', rule: 'must be the second text' };

test.each([
  [{ title: '', list: [{ text: '' }, { text: '' }] }, [title, second]],
  [{ title: ' \t\n', list: [] }, [title]],
  [{ title: 'A title', list: ['', { text: ' ' }] }, [second]],
  [{ title: 'A title', list: [{}, { text: 'Text' }] }, []],
  [{ title: 0, list: null }, []],
  [{}, []],
  [null, []],
  ['', []],
])('of %j the empty texts are told', (value, faults) => {
  expect(emptyFaults(value, places)).toEqual(faults);
});

const short = { path: 'title', found: 'string', rule: 'must be at least 2' };
const other = { path: 'items', found: 'nothing', rule: 'must be object' };

test('what is empty has one fault, and other faults stay', () => {
  const checked = { ok: false, faults: [short, other] } as const;
  expect(withEmpty({ ...checked, faults: [...checked.faults] }, [title])).toEqual({
    ok: false,
    faults: [title, other],
  });
});

test('what is right but for an empty text is wrong, and without one it stays as it is', () => {
  expect(withEmpty({ ok: true, value: 1 }, [title])).toEqual({ ok: false, faults: [title] });
  expect(withEmpty({ ok: true, value: 1 }, [])).toEqual({ ok: true, value: 1 });
});
