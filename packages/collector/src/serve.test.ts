import { expect, onTestFinished, test } from 'vitest';
import { serve } from './serve.js';

const hello = async () => new Response('hello');

test('listens on a free port and gives its address', async () => {
  const { url, stop } = await serve(hello, { port: 0 });
  onTestFinished(stop);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(url)).text()).toBe('hello');
});

test('hands over the method, address, headers and body', async () => {
  const { url, stop } = await serve(
    async (request) =>
      Response.json([
        request.method,
        new URL(request.url).pathname,
        request.headers.get('x-test'),
        await request.text(),
      ]),
    { port: 0 },
  );
  onTestFinished(stop);
  const response = await fetch(`${url}/a`, {
    method: 'PUT',
    body: 'b',
    headers: { 'x-test': 'c' },
  });
  expect(await response.json()).toEqual(['PUT', '/a', 'c', 'b']);
});

test('a port that is taken is an error of the system', async () => {
  const { url, stop } = await serve(hello, { port: 0 });
  onTestFinished(stop);
  const port = Number(new URL(url).port);
  await expect(serve(hello, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('stopping answers what is under way and takes nothing new', async () => {
  let answer = () => {};
  let arrived = () => {};
  const underWay = new Promise<void>((resolve) => (arrived = resolve));
  const { url, stop } = await serve(
    async () => {
      arrived();
      await new Promise<void>((resolve) => (answer = resolve));
      return new Response('done');
    },
    { port: 0 },
  );
  const response = fetch(url);
  await underWay;
  const stopped = stop();
  await expect(fetch(url)).rejects.toThrow();
  answer();
  expect(await (await response).text()).toBe('done');
  await stopped;
});
