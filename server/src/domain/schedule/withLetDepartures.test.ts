import { describe, expect, test } from '@jest/globals';
import { withLetDepartures } from './withLetDepartures.ts';

const made = (at: string, left = 1, runId = 'r') => ({ runId, at, left });

describe('the decisions about held departures that are remembered', () => {
  test('are told together where they were made in the same quarter of an hour about the same run', () => {
    const first = withLetDepartures([], made('2026-11-28T10:00:00Z', 2));
    const second = withLetDepartures(first, made('2026-11-28T10:14:59Z', 3));
    expect(second).toEqual([made('2026-11-28T10:00:00Z', 5)]);
    const third = withLetDepartures(second, made('2026-11-28T10:14:59Z', 1, 'other'));
    expect(withLetDepartures(third, made('2026-11-28T10:15:00Z', 4))).toEqual([
      made('2026-11-28T10:00:00Z', 5),
      made('2026-11-28T10:14:59Z', 1, 'other'),
      made('2026-11-28T10:15:00Z', 4),
    ]);
  });

  test('are forgotten once no chart goes back so far', () => {
    const old = withLetDepartures([], made('2026-10-01T10:00:00Z'));
    expect(withLetDepartures(old, made('2026-11-01T10:00:00Z'))).toHaveLength(2);
    expect(withLetDepartures(old, made('2026-11-28T10:00:00Z'))).toEqual([made('2026-11-28T10:00:00Z')]);
  });
});
