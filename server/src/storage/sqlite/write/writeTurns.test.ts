import { expect, test } from '@jest/globals';
import { makeWriteTurns, openMyTurns } from './writeTurns.ts';

test('what the thread beside writes is waited for longer than another process, and no longer once that has ended', () => {
  const shared = makeWriteTurns();
  const first = openMyTurns({ shared, goesFirst: true });
  const second = openMyTurns({ shared, goesFirst: false });
  expect(first.counted(2)).toBe(2);
  expect(second.whileWriting(() => [first.counted(2) < 1, second.counted(2)])).toEqual([true, 2]);
  expect(first.counted(2)).toBe(2);
  const broken = (): never => {
    throw new Error('no such row');
  };
  expect(() => second.whileWriting(broken)).toThrow('no such row');
  expect(first.counted(2)).toBe(2);
});

test('a thread that broke down while it wrote is believed to write no more once another is in its place', () => {
  const shared = makeWriteTurns();
  const first = openMyTurns({ shared, goesFirst: true });
  openMyTurns({ shared, goesFirst: false }).whileWriting(() => {
    expect(first.counted(2)).toBeLessThan(1);
    openMyTurns({ shared, goesFirst: false });
    expect(first.counted(2)).toBe(2);
  });
});

test('a write that waits is seen by the thread beside, and lets nothing long begin there', async () => {
  const shared = makeWriteTurns();
  const first = openMyTurns({ shared, goesFirst: true });
  const second = openMyTurns({ shared, goesFirst: false });
  expect([first.mayGoOn(), second.mayGoOn()]).toEqual([false, true]);
  await first.whileWaiting(() => Promise.resolve(expect(second.mayGoOn()).toBe(false)));
  expect(second.mayGoOn()).toBe(true);
});
