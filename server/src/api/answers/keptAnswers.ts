import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { isStillToday, type Days } from '../../signatures/assignments/localToday.ts';

/** An answer as it is sent. */
export interface KeptAnswer {
  readonly etag: string;
  readonly body: Buffer;
  /** The days it is good for, by time zone; none where it is the same on every day. */
  readonly days: Days;
}

/**
 * Answers that were made from what is stored, for as long as nothing in the store has changed: no answer outlives what it
 * was made of by a moment, whichever replica changed that. Where a store cannot tell, each is made anew.
 */
export interface KeptAnswers {
  /** One that is kept and still true; null: it has to be made. */
  find(key: string): KeptAnswer | null;
  /** `key` names whom the answer is for and everything that was asked. */
  get(key: string, make: () => Promise<KeptAnswer>): Promise<KeptAnswer>;
}

export interface KeptAnswersOptions extends Pick<Repositories, 'changeMark'> {
  readonly clock: Clock;
  /** Bytes of all answers together. */
  readonly mostBytes?: number;
}

/** Some thousand signatures; those asked for longest ago go first. */
const usualBytes = 16 * 1024 * 1024;

export const openKeptAnswers = (options: KeptAnswersOptions): KeptAnswers => {
  const { changeMark, clock, mostBytes = usualBytes } = options;
  const kept = new Map<string, KeptAnswer>();
  let bytes = 0;
  let mark: string | null = null;
  const forget = (key: string): void => {
    bytes -= (kept.get(key)?.body.length ?? 0) + key.length;
    kept.delete(key);
  };
  const keep = (key: string, answer: KeptAnswer): void => {
    if (kept.has(key)) forget(key);
    kept.set(key, answer);
    bytes += answer.body.length + key.length;
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) return;
      forget(oldest);
    }
  };
  const begin = (now: string | null): void => {
    if (now === mark) return;
    kept.clear();
    bytes = 0;
    mark = now;
  };
  const findUnder = (now: string, key: string): KeptAnswer | null => {
    begin(now);
    const known = kept.get(key);
    if (known === undefined || !isStillToday(clock, known.days)) return null;
    kept.delete(key);
    kept.set(key, known);
    return known;
  };
  return {
    find: (key) => {
      const now = changeMark();
      return now === null ? null : findUnder(now, key);
    },
    get: async (key, make) => {
      // Before anything is read: what changes from here on makes another mark.
      const now = changeMark();
      if (now === null) return make();
      const known = findUnder(now, key);
      if (known !== null) return known;
      const made = await make();
      if (mark === now) keep(key, made);
      return made;
    },
  };
};
