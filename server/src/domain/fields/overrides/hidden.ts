import type { Teammate } from '../../teammate/teammate.ts';
import { ruleOf, type FieldSettings } from '../fieldSettings.ts';

/** In place of a value that is set by hand: the field stays out of this person's signature. */
export interface Hidden {
  readonly hidden: true;
}

export const hidden: Hidden = { hidden: true };

/** How that is kept among the overrides: no value is empty, and a release that knows nothing of it goes by the directory. */
export const keptHidden = '';

export const isHidden = ({ overrides }: Pick<Teammate, 'overrides'>, key: string): boolean =>
  overrides[key] === keptHidden;

/** Somebody of whom no more is known than what they left out. */
export const hiding = (keys: readonly string[]): Pick<Teammate, 'overrides'> => ({
  overrides: Object.fromEntries(keys.map((key) => [key, keptHidden])),
});

/** What was asked for where this is kept; null: nothing is. */
export const asAsked = (kept: string | null): string | Hidden | null => (kept === keptHidden ? hidden : kept);

/** Without it nobody knows who writes. */
const needed = new Set(['displayName']);

/**
 * Why it counts for nothing that somebody leaves out a field; null: it counts. Elsewhere the directory alone decides, or the
 * field is in no signature anyway.
 */
export const hidingProblem = (settings: FieldSettings, key: string): 'override-needed' | 'override-unused' | null => {
  if (needed.has(key)) return 'override-needed';
  const { policy } = ruleOf(settings, key);
  return policy === 'overrideWins' || policy === 'fillIfEmpty' ? null : 'override-unused';
};

/** Whether it is hidden and that counts. */
export const isLeftOut = (person: Pick<Teammate, 'overrides'>, key: string, settings: FieldSettings): boolean =>
  isHidden(person, key) && hidingProblem(settings, key) === null;
