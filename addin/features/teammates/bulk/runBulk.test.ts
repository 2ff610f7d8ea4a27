/** @isolated: fake timers */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem, readProblem } from '../../../api/client/apiProblem.ts';
import { runBulk, type BulkState } from './runBulk.ts';

const people = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map((displayName) => ({ displayName }));
const busy = () => new ApiProblem({ code: 'run-in-progress', status: 409 });
/** As the API answers who asks too often. */
const tooMany = (headers: Record<string, string>) =>
  readProblem(
    new Response(JSON.stringify({ code: 'too-many-requests', status: 429, requestId: 'r' }), { status: 429, headers }),
  );

/** Each part is one person; a problem in the list is what the next call for that person answers. */
const begin = (answers: Record<string, unknown[]>) => {
  const asked: string[] = [];
  const shown: BulkState[] = [];
  const controller = new AbortController();
  const finish = jest.fn(() => Promise.resolve());
  const act = async ([person]: readonly { displayName: string }[]) => {
    const name = person?.displayName ?? '';
    asked.push(name);
    const problem = answers[name]?.shift();
    if (problem !== undefined) throw await Promise.resolve(problem);
    return { names: [], error: null };
  };
  const ended = runBulk({ action: 'override', size: 1, act, finish }, people, {
    signal: controller.signal,
    show: (state) => shown.push(state),
  });
  return { asked, shown, controller, finish, ended, last: () => shown.at(-1) };
};

describe('many people, some at a time', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('wait while a sync is under way and are sent again, the others after them', async () => {
    const { asked, last, ended, finish } = begin({ Cy: [busy(), busy()] });
    await jest.advanceTimersByTimeAsync(0);
    expect([asked, last()?.done]).toEqual([['Ada', 'Bo', 'Cy'], 2]);
    expect(last()?.waitingFor).toMatchObject({ code: 'run-in-progress' });
    await jest.advanceTimersByTimeAsync(5000);
    expect([asked.slice(3), last()?.done]).toEqual([['Cy'], 2]);
    await jest.advanceTimersByTimeAsync(5000);
    await ended;
    expect(asked.slice(4)).toEqual(['Cy', 'Di', 'Ed']);
    expect(last()).toMatchObject({ done: 5, failed: [], error: null, waitingFor: null, state: 'finished' });
    expect(finish).toHaveBeenCalledTimes(1);
  });

  it('wait as long as the answer says where too much was asked', async () => {
    const { asked, last, ended } = begin({ Ada: [tooMany({ 'retry-after': '40' }), tooMany({})] });
    await jest.advanceTimersByTimeAsync(39_000);
    expect(asked).toEqual(['Ada']);
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['Ada', 'Ada']);
    await jest.advanceTimersByTimeAsync(5000);
    await ended;
    expect(last()).toMatchObject({ done: 5, failed: [], state: 'finished' });
  });

  it('wait no longer once it is cancelled', async () => {
    const { asked, last, controller, ended } = begin({ Bo: [busy(), busy(), busy()] });
    await jest.advanceTimersByTimeAsync(6000);
    controller.abort();
    await ended;
    expect(asked).toEqual(['Ada', 'Bo', 'Bo']);
    expect(last()).toMatchObject({ done: 1, failed: [], state: 'cancelled' });
  });

  it('go on past somebody for whom it fails otherwise, and say why for the first', async () => {
    const wrong = new ApiProblem({ code: 'erasing', status: 409 });
    const { asked, last, ended } = begin({ Bo: [wrong], Di: [new Error('later')] });
    await ended;
    expect(asked).toEqual(['Ada', 'Bo', 'Cy', 'Di', 'Ed']);
    expect(last()).toMatchObject({ done: 5, failed: ['Bo', 'Di'], error: wrong, state: 'finished' });
  });

  it('say what is wrong with the value that was refused for everybody', async () => {
    const error = { path: 'body.until.date', code: 'override-over', message: 'That day is over.' };
    const over = new ApiProblem({ code: 'override-invalid', status: 422, errors: [error] });
    const { last, ended } = begin({ Ada: [over] });
    await ended;
    expect(last()).toMatchObject({ failed: ['Ada'], error: { code: 'override-over' } });
  });
});
