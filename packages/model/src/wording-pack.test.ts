import { expect, test } from 'vitest';
import { changed, frozen } from '../fixtures/example.js';
import { acceptedContent, parseWordingPack, type WordingPack } from './wording-pack.js';

const pack: WordingPack = frozen({
  name: 'Wordings of Example House',
  terms: 'TERMS.md',
  permissions: [
    { instruments: ['one', 'two'], holder: 'A. Holder', evidence: 'letter 12', date: '2026-01-01' },
    { instruments: ['three'], holder: 'B. Holder', evidence: 'licence 3', date: '2026-02-01' },
  ],
});

test('accepts a pack that says whose the wordings are, by what permission and on which terms', () => {
  expect(parseWordingPack(pack)).toEqual({ ok: true, value: pack });
});

test.each([
  ['name', '', 'name', 'must be a name for this pack'],
  ['name', 'x', 'name', 'must be at least 2'],
  ['terms', '../TERMS.md', 'terms', 'must match'],
  ['terms', '.hidden.md', 'terms', 'must match'],
  ['terms', 'terms.exe', 'terms', 'must match'],
  ['permissions', [], 'permissions', 'must be at least 1'],
  ['permissions[0].instruments', [], 'permissions[0].instruments', 'must be at least 1'],
  ['permissions[0].instruments[1]', 'Two', 'permissions[0].instruments[1]', 'must match'],
  ['permissions[0].instruments[1]', 'one', 'permissions[0].instruments[1]', 'repeat "one"'],
  ['permissions[1].instruments[0]', 'two', 'permissions[1].instruments[0]', 'repeat "two"'],
  ['permissions[1].holder', undefined, 'permissions[1].holder', 'must be string'],
  ['permissions[1].evidence', '', 'permissions[1].evidence', 'must say what shows'],
  ['permissions[1].date', '', 'permissions[1].date', 'such as 2026-11-22'],
  ['permissions[1].date', 'March', 'permissions[1].date', 'must match'],
  ['signed', 'A. Person', '(whole)', 'unknown field'],
])('refuses %s that is %j', (path, value, where, rule) => {
  const checked = parseWordingPack(changed(pack, path, value));
  expect(checked.ok ? [] : checked.faults).toMatchObject([{ path: where }]);
  expect(checked.ok ? '' : checked.faults[0]!.rule).toContain(rule);
});

const accepted = acceptedContent(pack, 'Use it kindly.\nCharge nobody.\n');

test('the same terms saved on another system are the same', () => {
  expect(acceptedContent(pack, 'Use it kindly.\r\nCharge nobody.')).toBe(accepted);
  const renamed = changed(pack, 'name', 'Another name') as WordingPack;
  expect(acceptedContent(renamed, 'Use it kindly.\nCharge nobody.')).toBe(accepted);
});

test.each<[what: string, pack: unknown, terms: string]>([
  ['other terms', pack, 'Use it kindly.\nCharge everybody.'],
  [
    'one more instrument',
    changed(pack, 'permissions[1].instruments', ['three', 'four']),
    'Use it kindly.\nCharge nobody.',
  ],
])('%s are not what was accepted', (_, other, terms) => {
  expect(acceptedContent(other as WordingPack, terms)).not.toBe(accepted);
});
