import { expect, test } from '@jest/globals';
import { openKeptAnswers, type KeptAnswer, type KeptAnswersOptions } from './keptAnswers.ts';

const noDays = new Map<string, string>();

/** Answers that are numbered as they are made, of a store that is changed by hand. */
const openFixture = (options: Partial<KeptAnswersOptions> = {}) => {
  const state = { mark: 'a' as string | null, now: '2026-03-01T12:00:00Z', made: 0, body: 'x' };
  const answers = openKeptAnswers({
    changeMark: () => state.mark,
    clock: { now: () => new Date(state.now), sleep: () => Promise.resolve() },
    ...options,
  });
  const make = (days: ReadonlyMap<string, string>) => async (): Promise<KeptAnswer> => {
    state.made += 1;
    return { etag: String(state.made), body: Buffer.from(state.body), days };
  };
  const of = (key: string) => ({ tenantId: 'lindenhof', key });
  const ask = async (key: string, days = noDays): Promise<number> =>
    Number((await answers.get(of(key), make(days))).etag);
  return { state, answers, of, ask };
};

test('the same question is answered by what was made for it, and another one is not', async () => {
  const { ask } = openFixture();
  expect([await ask('ada'), await ask('ada'), await ask('grace'), await ask('ada')]).toEqual([1, 1, 2, 1]);
});

test('nothing outlives a change of the store, not even one whose making it interrupted', async () => {
  const { state, answers, of, ask } = openFixture();
  await ask('ada');
  state.mark = 'b';
  expect(await ask('ada')).toBe(2);
  const late = answers.get(of('grace'), async () => {
    state.mark = 'c';
    return { etag: 'of b', body: Buffer.alloc(0), days: noDays };
  });
  expect((await late).etag).toBe('of b');
  expect([await ask('grace'), await ask('ada')]).toEqual([3, 4]);
});

test('the one that is late does not come back either when others have asked meanwhile', async () => {
  const { state, answers, of, ask } = openFixture();
  await answers.get(of('ada'), async () => {
    state.mark = 'b';
    await ask('grace');
    return { etag: 'of a', body: Buffer.alloc(0), days: noDays };
  });
  expect(await ask('ada')).toBe(2);
});

test('where a store cannot tell whether it changed, every answer is made anew', async () => {
  const { state, ask } = openFixture();
  state.mark = null;
  expect([await ask('ada'), await ask('ada')]).toEqual([1, 2]);
});

test('what was made for a day is made again on the next one, by the clock of the zone that was asked about', async () => {
  const { state, ask } = openFixture();
  const days = new Map([['Pacific/Auckland', '2026-03-02']]);
  expect([await ask('ada', days), await ask('ada', days), await ask('grace')]).toEqual([1, 1, 2]);
  state.now = '2026-03-02T12:00:00Z';
  expect([await ask('ada', days), await ask('grace')]).toEqual([3, 2]);
});

test('what is kept is found until the store changes or the day ends, and nothing is made for whoever only looks', async () => {
  const { state, answers, of, ask } = openFixture();
  expect(await answers.find(of('ada'))).toBeNull();
  await ask('ada', new Map([['Pacific/Auckland', '2026-03-02']]));
  expect((await answers.find(of('ada')))?.etag).toBe('1');
  state.now = '2026-03-02T12:00:00Z';
  expect(await answers.find(of('ada'))).toBeNull();
  await ask('ada');
  expect((await answers.find(of('ada')))?.etag).toBe('2');
  state.mark = 'b';
  expect(await answers.find(of('ada'))).toBeNull();
  state.mark = null;
  expect([await answers.find(of('ada')), state.made]).toEqual([null, 2]);
});

test('of more than there is room for, those asked for longest ago go', async () => {
  const { state, ask } = openFixture({ mostBytes: 70 });
  state.body = 'x'.repeat(15);
  await ask('ada');
  await ask('grace');
  expect(await ask('ada')).toBe(1);
  await ask('edsger');
  expect([await ask('ada'), await ask('grace')]).toEqual([1, 4]);
});
