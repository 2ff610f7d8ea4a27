import type { LetDepartures } from './syncState.ts';

/** Longer than any activity is told of. */
const keptFor = 32 * 24 * 60 * 60_000;
/** Days of no time zone begin within one, so that decisions of the same one are told together. */
const quarter = 15 * 60_000;

const quarterOf = ({ at }: LetDepartures): number => Math.floor(Date.parse(at) / quarter);

/** The decisions that are remembered once another was made: one by one there can be thousands, of a few minutes. */
export const withLetDepartures = (kept: readonly LetDepartures[], made: LetDepartures): readonly LetDepartures[] => {
  const recent = kept.filter(({ at }) => Date.parse(at) > Date.parse(made.at) - keptFor);
  const isAlike = (one: LetDepartures): boolean => one.runId === made.runId && quarterOf(one) === quarterOf(made);
  const alike = recent.find(isAlike);
  if (alike === undefined) return [...recent, made];
  return recent.map((one) => (one === alike ? { ...one, left: one.left + made.left } : one));
};
