import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { peoplePerMinute, runProgress } from './runProgress.ts';

const run = (status: Run['status'], figures: Partial<Run['progress'] & Run['counts']> = {}) => ({
  status,
  progress: {
    peopleRead: 0,
    readsDone: 0,
    readsKnown: 0,
    pagesRead: 0,
    graphRequests: 0,
    applied: 0,
    waiting: null,
    ...figures,
  },
  counts: {
    add: 0,
    update: 0,
    enable: 0,
    disable: 0,
    remove: 0,
    hold: 0,
    unchanged: 0,
    inScope: 0,
    leftOut: 0,
    ...figures,
  },
});

describe('how far a run is', () => {
  it.each([
    [run('queued'), undefined],
    [run('reading'), undefined],
    [run('reading', { readsDone: 2, readsKnown: 8 }), 0.25],
    [run('applying', { applied: 5, add: 8, disable: 2 }), 0.5],
    [run('applying', { applied: 99, add: 8 }), 1],
    [run('planning', { readsDone: 8, readsKnown: 8 }), undefined],
  ])('%#', (facts, expected) => {
    expect(runProgress(facts)).toBe(expected);
  });
});

describe('how fast people are read', () => {
  const reading = run('reading', { peopleRead: 900 });

  it('is said by what was read so far', () => {
    expect(peoplePerMinute(reading, 30_000)).toBe(1_800);
  });

  it('is not said before anybody can know, nor once reading is over', () => {
    expect(peoplePerMinute(reading, 1_000)).toBeNull();
    expect(peoplePerMinute(run('reading'), 30_000)).toBeNull();
    expect(peoplePerMinute({ ...reading, status: 'planning' }, 30_000)).toBeNull();
  });
});
