import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import type { Repositories } from '../../ports/repositories.ts';

interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

/** How a change names somebody: what is kept are ids, so that nobody's name outlives them in the trail. */
const named = /^person\.([0-9a-f-]{36})\b/;

const idsIn = ({ changes }: AuditEntry): readonly string[] => [
  ...new Set(changes.flatMap(({ field }) => named.exec(field)?.[1] ?? [])),
];

/** Says of entries whom their changes name, as those are called now. */
export const withPeople = async <T extends AuditEntry>(
  { teammates }: Pick<Repositories, 'teammates'>,
  tenantId: string,
  entries: readonly T[],
): Promise<(T & { people: NamedPerson[] })[]> => {
  const ids = [...new Set(entries.flatMap(idsIn))];
  const found = ids.length === 0 ? [] : await teammates.getMany(tenantId, ids);
  const names = new Map(found.map(({ id, profile }) => [id, nameOf(profile)]));
  return entries.map((entry) => ({
    ...entry,
    people: idsIn(entry).flatMap((id) => {
      const displayName = names.get(id);
      return displayName === undefined ? [] : [{ id, displayName }];
    }),
  }));
};
