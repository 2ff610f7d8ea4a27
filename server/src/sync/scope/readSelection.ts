import { askedContainers } from '../../domain/assignment/askedContainers.ts';
import { permissionToRead } from '../../domain/connection/connection.ts';
import { readingOf } from '../../domain/reading/readingOf.ts';
import { emptySelection, type Selection, type Watched } from '../../domain/scope/selection.ts';
import type { Repositories } from '../../ports/repositories.ts';

type SelectionSources = Pick<
  Repositories,
  'selections' | 'assignments' | 'signatures' | 'connections' | 'fieldSettings'
>;

/**
 * What is to be read for a tenant: what the admin picked, or `instead` of that another selection, and the groups and
 * units that rules about signatures ask about, which bring nobody in, and the attributes that are fields here,
 * without those that are shown to nobody.
 */
export const readSelection = async (
  repositories: SelectionSources,
  tenantId: string,
  instead?: Selection,
): Promise<Selection> => {
  const saved = instead ?? (await repositories.selections.get(tenantId))?.value ?? emptySelection;
  const [watched, fields] = await Promise.all([
    readWatched(repositories, tenantId),
    repositories.fieldSettings.get(tenantId),
  ]);
  const { attributes, omitted } = readingOf(fields.value);
  return {
    ...saved,
    ...(watched.groups.length + watched.units.length > 0 && { watched }),
    ...(attributes.length > 0 && { attributes }),
    ...(omitted.length > 0 && { omitted }),
  };
};

/** Without the permission to read them, a rule must not keep everybody else from being read. */
const readWatched = async (
  { assignments, signatures, connections }: SelectionSources,
  tenantId: string,
): Promise<Watched> => {
  const [{ value: rules }, found, connection] = await Promise.all([
    assignments.get(tenantId),
    signatures.list(tenantId),
    connections.get(tenantId),
  ]);
  const designs = found.flatMap(({ value }) => (value.published === null ? [] : [value.published.design]));
  const { groups, units } = askedContainers(rules, designs);
  const granted = connection?.value.grantedPermissions ?? [];
  const maySee = (permission: string): boolean => granted.includes(permission);
  return {
    groups: maySee(permissionToRead.groups) ? groups : [],
    units: maySee(permissionToRead.units) ? units : [],
  };
};
