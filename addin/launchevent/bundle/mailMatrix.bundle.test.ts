import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { expectMail, type ExpectedMail } from '../testing/expectedMail.ts';
import { isPossibleCase, mailFactors, type MailCase } from '../testing/mailMatrix.ts';
import { rowsToPlay } from '../testing/pairwise.ts';
import { runMail, type Seen } from '../testing/runMail.ts';

const cases = rowsToPlay(mailFactors, isPossibleCase);

/** A moment that is only bounded counts as kept when it is. */
const asSeen = ({ holds, isClientSignatureOff, isTold, done }: ExpectedMail, seen: Seen): Seen => ({
  holds,
  isClientSignatureOff,
  notices: isTold ? 1 : 0,
  rounds: done.map(({ at, isExact }, round) => {
    const { events = 0, at: was = Number.NaN } = seen.rounds[round] ?? {};
    return { events, completions: events, at: !isExact && was <= at ? was : at };
  }),
});

const nameOf = (row: MailCase): string =>
  Object.entries(row)
    .map(([factor, value]) => `${factor}: ${value}`)
    .join(', ');

const isRight = async (row: MailCase): Promise<boolean> => {
  const seen = await runMail(row);
  return isDeepStrictEqual(seen, asSeen(expectMail(row), seen));
};

/** Each asks whether all its rows are right; only the first that is not is told in full. */
const groups = Map.groupBy(cases, ({ place, composeType, format }) => `${place}, ${composeType}, ${format}`);

describe('every pair of what makes a difference to a mail', () => {
  it.each([...groups])(
    '%s',
    async (_name, rows) => {
      const wrong: MailCase[] = [];
      for (const row of rows) if (!(await isRight(row))) wrong.push(row);
      expect(wrong.map(nameOf)).toEqual([]);
    },
    process.env['MAIL_MATRIX'] === undefined ? undefined : 60 * 60_000,
  );
});
