import { StaleRevision } from '../../domain/errors.ts';
import { emptySelection, type Picked, type Selection } from '../../domain/scope/selection.ts';
import type { SelectionRepository } from '../../ports/repositories/connectionRepositories.ts';

export interface GroupChoice {
  readonly tenantId: string;
  readonly group: Picked;
  readonly useGroup: boolean | null;
}

/**
 * Makes the group the selection where there is none yet. A saved selection is left alone unless asked (`useGroup` true);
 * even then the group only joins what is picked, so that nobody leaves the scope through a form about credentials.
 * Returns whether the group is picked now.
 */
export const selectGroup = async (
  selections: SelectionRepository,
  { tenantId, group, useGroup }: GroupChoice,
): Promise<boolean> => {
  for (;;) {
    const { value, revision } = (await selections.get(tenantId)) ?? { value: emptySelection, revision: 0 };
    if (isPicked(value, group)) return true;
    if (!(useGroup ?? revision === 0)) return false;
    try {
      await selections.save(tenantId, { ...value, groups: [...value.groups, group] }, revision);
      return true;
    } catch (error) {
      // Somebody saved a selection at this moment; what they saved is looked at like any other.
      if (!(error instanceof StaleRevision)) throw error;
    }
  }
};

const isPicked = ({ groups }: Selection, { id }: Picked): boolean => groups.some((group) => group.id === id);
