import { afterEach, expect, test } from 'vitest';
import { exampleKept } from './example-kept.js';
import { openOutbox } from './open-outbox.js';
import { sessionStore } from './session-store.js';

afterEach(() => sessionStorage.clear());
const open = () => sessionStore('waymark-test', sessionStorage);

test("a record is there for the tab's next page, and other scripts' records are not ours", async () => {
  sessionStorage.setItem('theirs', '{}');
  await open().change('one', () => ({ n: 1 }));
  expect(await open().entries()).toEqual([['one', { n: 1 }]]);
  await open().change('one', () => undefined);
  expect(Object.keys(sessionStorage)).toEqual(['theirs']);
});

test('a torn record is handed on as it is and stays as it is', async () => {
  sessionStorage.setItem('waymark-test:one', '{"torn');
  expect(await open().entries()).toEqual([['one', '{"torn']]);
  await open().change('one', (record) => record);
  expect(sessionStorage.getItem('waymark-test:one')).toBe('{"torn');
});

test('when the tab has no room keep says so, and what was kept before stays', async () => {
  const outbox = await openOutbox({ name: 'waymark-test', store: open() });
  const first = await exampleKept();
  await outbox.keep(first);
  const large = await exampleKept();
  const envelope = { ...large.envelope, sealed: 'A'.repeat(20_000_000) };
  await expect(outbox.keep({ ...large, envelope })).rejects.toMatchObject({ fault: 'full device' });
  expect(await outbox.entries()).toMatchObject([first]);
  outbox.close();
});
