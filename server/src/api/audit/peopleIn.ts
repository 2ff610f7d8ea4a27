import { peopleNamedIn } from '../../domain/audit/aboutOf.ts';
import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import type { Repositories } from '../../ports/repositories.ts';

interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

/** Says of entries whom their changes name, as those are called now. */
export const withPeople = async <T extends AuditEntry>(
  { teammates }: Pick<Repositories, 'teammates'>,
  tenantId: string,
  entries: readonly T[],
): Promise<(T & { people: NamedPerson[] })[]> => {
  const ids = [...new Set(entries.flatMap(peopleNamedIn))];
  const found = ids.length === 0 ? [] : await teammates.getMany(tenantId, ids);
  const names = new Map(found.map(({ id, profile }) => [id, nameOf(profile)]));
  return entries.map((entry) => ({
    ...entry,
    people: peopleNamedIn(entry).flatMap((id) => {
      const displayName = names.get(id);
      return displayName === undefined ? [] : [{ id, displayName }];
    }),
  }));
};
