import { describe, expect, it } from '@jest/globals';
import type { PlanCounts, Run } from '../../../../server/src/contract/sync.ts';
import { pointedIndex } from './pointedIndex.ts';
import { runSeries, stack } from './runSeries.ts';

const none = { add: 0, update: 0, enable: 0, disable: 0, remove: 0, hold: 0, unchanged: 0, inScope: 0, leftOut: 0 };
const base = {
  ...{ trigger: 'schedule' as const, startedBy: null, cancelRequested: false, warnings: [], failure: null },
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0 },
};
const run = (id: string, counts: Partial<PlanCounts> = {}, more: Partial<Run> = {}): Run => ({
  ...base,
  id,
  kind: 'sync' as const,
  mode: 'full' as const,
  status: 'succeeded' as const,
  startedAt: '2026-11-22T12:00:00.000Z',
  finishedAt: '2026-11-22T12:00:04.000Z',
  counts: { ...none, ...counts },
  ...more,
});

describe('the series of a chart', () => {
  it('runs from old to new and counts what arrived, was updated and left', () => {
    const counts = { add: 3, enable: 1, update: 5, disable: 2, remove: 1, hold: 7, inScope: 90 };
    const [older, newer] = runSeries([run('new', counts), run('old')], 10);
    expect(older).toMatchObject({ id: 'old', changed: 0 });
    expect(newer).toMatchObject({
      ...{ id: 'new', changed: 12, held: 7, seconds: 4, people: 90 },
      changes: { arrived: 4, updated: 5, left: 3 },
    });
  });

  it('leaves out previews and what did not end well, before it counts', () => {
    const runs = [
      run('preview', {}, { kind: 'preview' }),
      run('failed', {}, { status: 'failed' }),
      run('running', {}, { status: 'applying', finishedAt: null }),
      run('b'),
      run('a'),
      run('too old'),
    ];
    expect(runSeries(runs, 2).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('the people of a series', () => {
  const refresh = { mode: 'refresh' as const };

  it('are counted by full comparisons, and from there run by run in both directions', () => {
    const runs = [
      run('e', { disable: 4 }, refresh),
      run('d', { add: 1, enable: 1, remove: 9 }, refresh),
      run('c', { inScope: 60, add: 10 }),
      run('b', { add: 3, inScope: 3 }, refresh),
      run('a', {}, refresh),
    ];
    expect(runSeries(runs, 10).map(({ people }) => people)).toEqual([47, 50, 60, 62, 58]);
  });

  it('are unknown where nobody was ever counted', () => {
    expect(runSeries([run('a', { add: 1 }, refresh)], 10)[0]?.people).toBeNull();
  });
});

describe('a bar', () => {
  it('stacks its parts', () => {
    const parts = stack({ changes: { arrived: 30, updated: 0, left: 10 } }, 80, 80);
    expect(parts).toEqual([
      { kind: 'arrived', from: 0, height: 30 },
      { kind: 'left', from: 30, height: 10 },
    ]);
  });

  it('shows a single change beside a first import of thousands, and nothing where nothing happened', () => {
    expect(stack({ changes: { arrived: 0, updated: 1, left: 0 } }, 5000, 100)[0]?.height).toBe(2);
    expect(stack({ changes: { arrived: 0, updated: 0, left: 0 } }, 0, 100)).toEqual([]);
  });
});

describe('the run under the pointer', () => {
  it.each([
    [0, 0],
    [49, 0],
    [50, 1],
    [100, 1],
    [-3, 0],
  ])('at %d of 100 px of two runs is number %d', (offset, index) => {
    expect(pointedIndex(offset, 100, 2)).toBe(index);
  });

  it('is none where there is nothing', () => {
    expect([pointedIndex(1, 0, 2), pointedIndex(1, 100, 0)]).toEqual([null, null]);
  });
});
