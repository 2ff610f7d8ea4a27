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

/** Whom an answer is for, and everything that was asked. */
export interface Question {
  readonly tenantId: string;
  readonly key: string;
}

/**
 * Answers that were made from what is stored of a tenant, for as long as nothing of that has changed: no answer outlives
 * what it was made of by a moment, whichever replica changed that. Where or while a store cannot tell, each is made anew.
 */
export interface KeptAnswers {
  /** One that is kept and still true; null: it has to be made. */
  find(question: Question): Promise<KeptAnswer | null>;
  get(question: Question, make: () => Promise<KeptAnswer>): Promise<KeptAnswer>;
}

export interface KeptAnswersOptions extends Pick<Repositories, 'changeMark'> {
  readonly clock: Clock;
  /** Bytes of all answers together. */
  readonly mostBytes?: number;
}

/** Some thousand signatures; those that nobody asked for lately go first. */
const usualBytes = 16 * 1024 * 1024;

export const openKeptAnswers = (options: KeptAnswersOptions): KeptAnswers => {
  const { changeMark, clock, mostBytes = usualBytes } = options;
  const kept = new Map<string, Marked>();
  let bytes = 0;
  const forget = (key: string): void => {
    bytes -= (kept.get(key)?.answer.body.length ?? 0) + key.length;
    kept.delete(key);
  };
  const keep = (key: string, marked: Marked): void => {
    if (kept.has(key)) forget(key);
    kept.set(key, marked);
    bytes += marked.answer.body.length + key.length;
    for (const [oldest, known] of kept) {
      if (bytes <= mostBytes) return;
      if (known.isWanted) {
        known.isWanted = false;
        kept.delete(oldest);
        kept.set(oldest, known);
      } else forget(oldest);
    }
  };
  const findUnder = (mark: string, key: string): KeptAnswer | null => {
    const known = kept.get(key);
    if (known === undefined) return null;
    if (known.mark !== mark || !isStillToday(clock, known.answer.days)) {
      forget(key);
      return null;
    }
    known.isWanted = true;
    return known.answer;
  };
  return {
    find: async (question) => {
      const mark = await changeMark(question.tenantId);
      return mark === null ? null : findUnder(mark, nameOf(question));
    },
    get: async (question, make) => {
      // Before anything is read: what changes from here on makes another mark.
      const mark = await changeMark(question.tenantId);
      if (mark === null) return make();
      const key = nameOf(question);
      const known = findUnder(mark, key);
      if (known !== null) return known;
      const answer = await make();
      keep(key, { mark, answer, isWanted: false });
      return answer;
    },
  };
};

interface Marked {
  /** As it was before the answer was made. */
  readonly mark: string;
  readonly answer: KeptAnswer;
  /** Whether anybody asked since it was looked at last. */
  isWanted: boolean;
}

const nameOf = ({ tenantId, key }: Question): string => `${tenantId} ${key}`;
