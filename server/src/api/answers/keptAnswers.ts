import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { isStillToday, type Days } from '../../signatures/assignments/localToday.ts';

/** An answer as it is sent. */
export interface KeptAnswer {
  readonly etag: string;
  readonly body: string;
  /** The days it is good for, by time zone; none where it is the same on every day. */
  readonly days: Days;
}

/**
 * Answers that were made from what is stored, for as long as nothing in the store has changed: no answer outlives what it
 * was made of by a moment, whichever replica changed that. Where a store cannot tell, each is made anew.
 */
export interface KeptAnswers {
  /** `key` names whom the answer is for and everything that was asked. */
  get(key: string, make: () => Promise<KeptAnswer>): Promise<KeptAnswer>;
}

export interface KeptAnswersOptions extends Pick<Repositories, 'changeMark'> {
  readonly clock: Clock;
  /** Characters of all answers together. */
  readonly mostCharacters?: number;
}

/** Some thousand signatures; those asked for longest ago go first. */
const usualCharacters = 16 * 1024 * 1024;

export const openKeptAnswers = (options: KeptAnswersOptions): KeptAnswers => {
  const { changeMark, clock, mostCharacters = usualCharacters } = options;
  const kept = new Map<string, KeptAnswer>();
  let characters = 0;
  let mark: string | null = null;
  const forget = (key: string): void => {
    characters -= (kept.get(key)?.body.length ?? 0) + key.length;
    kept.delete(key);
  };
  const keep = (key: string, answer: KeptAnswer): void => {
    if (kept.has(key)) forget(key);
    kept.set(key, answer);
    characters += answer.body.length + key.length;
    for (const oldest of kept.keys()) {
      if (characters <= mostCharacters) return;
      forget(oldest);
    }
  };
  const begin = (now: string | null): void => {
    if (now === mark) return;
    kept.clear();
    characters = 0;
    mark = now;
  };
  return {
    get: async (key, make) => {
      // Before anything is read: what changes from here on makes another mark.
      const now = changeMark();
      if (now === null) return make();
      begin(now);
      const known = kept.get(key);
      if (known !== undefined && isStillToday(clock, known.days)) {
        keep(key, known);
        return known;
      }
      const made = await make();
      if (mark === now) keep(key, made);
      return made;
    },
  };
};
