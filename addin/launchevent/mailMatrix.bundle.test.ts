import { describe, expect, it } from '@jest/globals';
import { expectMail, type ExpectedMail } from './testing/expectedMail.ts';
import { isPossibleCase, mailFactors, type MailCase } from './testing/mailMatrix.ts';
import { rowsToPlay } from './testing/pairwise.ts';
import { runMail, type Seen } from './testing/runMail.ts';

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

describe('every pair of what makes a difference to a mail', () => {
  it.each(cases.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
    const seen = await runMail(row);
    expect(seen).toEqual(asSeen(expectMail(row), seen));
  });
});
