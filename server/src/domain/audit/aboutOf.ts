import type { AuditEntry } from './auditEntry.ts';

/** How a change names somebody: what is kept are ids, so that nobody's name outlives them in the trail. */
const named = /^person\.([0-9a-f-]{36})\b/;

/** Ids of those whom the changes of an entry name. */
export const peopleNamedIn = ({ changes }: Pick<AuditEntry, 'changes'>): readonly string[] => [
  ...new Set(changes.flatMap(({ field }) => named.exec(field)?.[1] ?? [])),
];

/** Ids of all that an entry is about: its subject, and where it was done to many at once each of them. */
export const aboutOf = (entry: AuditEntry): readonly string[] => [
  ...new Set([...(entry.subject === null ? [] : [entry.subject.id]), ...(entry.about ?? []), ...peopleNamedIn(entry)]),
];
