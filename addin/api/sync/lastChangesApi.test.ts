/** @isolated: its module stands beside JSX */
import { expect, it } from '@jest/globals';
import { runsToAsk } from './lastChangesApi.ts';

const counts = { add: 0, update: 0, enable: 0, disable: 0, remove: 0, hold: 0, unchanged: 0, inScope: 0, leftOut: 0 };
const run = (id: string, more: Partial<typeof counts>, kind: 'sync' | 'preview' = 'sync') => ({
  ...{ id, kind },
  counts: { ...counts, ...more },
});

it('asks no more runs for the last changes than have to be asked', () => {
  const runs = [
    run('quiet', {}),
    run('two', { update: 2 }),
    run('seen', { add: 9 }, 'preview'),
    run('many', { add: 61 }),
    run('old', { add: 5 }),
  ];
  expect(runsToAsk(runs)).toEqual(['two', 'many']);
  expect(runsToAsk([run('held', { hold: 5 })])).toEqual([]);
  expect(runsToAsk([])).toEqual([]);
});
