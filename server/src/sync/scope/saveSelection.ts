import { RequestError, StaleRevision } from '../../domain/errors.ts';
import type { Picked, Selection } from '../../domain/scope/selection.ts';
import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { SelectionRepository } from '../../ports/repositories/connectionRepositories.ts';

export interface SelectionSaving {
  readonly tenantId: string;
  readonly selection: Selection;
  readonly revision: number;
}

/**
 * Saves a selection whole or not at all. New ids are looked up first and take today's names; ids the directory does
 * not have are refused by name (422 `unknown-ids`), but picks saved earlier stay even when they are gone by now.
 */
export const saveSelection = async (
  desk: { readonly selections: SelectionRepository; readonly directory: DirectoryReader },
  { tenantId, selection, revision }: SelectionSaving,
): Promise<{ readonly selection: Selection; readonly revision: number }> => {
  const before = (await desk.selections.get(tenantId))?.value ?? null;
  const named = await withTodaysNames(desk.directory, selection, before);
  try {
    return { selection: named, revision: await desk.selections.save(tenantId, named, revision) };
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error;
    throw new RequestError(
      412,
      'selection-changed',
      'Somebody else saved the selection meanwhile. Reload it and make your change again.',
      { cause: error },
    );
  }
};

const lists = [
  ['units', 'unit'],
  ['groups', 'group'],
  ['people', 'user'],
  ['excludedGroups', 'group'],
  ['excludedPeople', 'user'],
] as const;

const withTodaysNames = async (
  directory: DirectoryReader,
  selection: Selection,
  before: Selection | null,
): Promise<Selection> => {
  const unknown: string[] = [];
  const renamed = await Promise.all(
    lists.map(async ([list, kind]) => {
      const kept = new Map<string, string>((before?.[list] ?? []).map((pick: Picked) => [pick.id, pick.displayName]));
      const added = selection[list].filter((pick) => !kept.has(pick.id)).map((pick) => pick.id);
      const names = added.length === 0 ? new Map<string, string>() : await directory.resolveNames(kind, added);
      unknown.push(...added.filter((id) => !names.has(id)));
      return [
        list,
        selection[list].map((pick) => ({
          ...pick,
          displayName: names.get(pick.id) ?? kept.get(pick.id) ?? pick.displayName,
        })),
      ] as const;
    }),
  );
  if (unknown.length > 0) {
    throw new RequestError(422, 'unknown-ids', 'Some picks are not in the directory. Remove them and save again.', {
      values: { ids: unknown },
    });
  }
  return { ...selection, ...(Object.fromEntries(renamed) as Partial<Selection>) };
};
