import type { RunChange } from '../../../../server/src/contract/sync/sync.ts';

/** Every field that changed at least once, in the order of its latest change. */
export const fieldsOf = (entries: readonly Pick<RunChange, 'changes'>[]): readonly string[] => [
  ...new Set(entries.flatMap(({ changes }) => changes.map(({ field }) => field))),
];

/** The history of one field: only the entries that changed it, and of those nothing else. */
export const ofField = (entries: readonly RunChange[], field: string): readonly RunChange[] =>
  entries.flatMap((entry) => {
    const changes = entry.changes.filter((change) => change.field === field);
    return changes.length === 0 ? [] : [{ ...entry, changes }];
  });
