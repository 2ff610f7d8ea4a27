import type { RunChange } from '../run/run.ts';

/** What a change tells that a later change of the same teammate may tell anew: each field, and what was done. */
export const factsOf = ({ action, changes }: RunChange): readonly string[] => [
  `done ${action}`,
  ...changes.map(({ field }) => `field ${field}`),
];

/**
 * What is left of an old change when later ones have told these facts anew: the same object where nothing was, null where
 * all of it was.
 */
export const thinChange = (change: RunChange, told: ReadonlySet<string>): RunChange | null => {
  if (factsOf(change).every((fact) => told.has(fact))) return null;
  const changes = change.changes.filter(({ field }) => !told.has(`field ${field}`));
  return changes.length === change.changes.length ? change : { ...change, changes };
};
