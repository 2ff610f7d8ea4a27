import type { FindingRules } from '../../domain/findings/findingsOf.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { readFieldUses } from '../fields/readFieldUses.ts';

export interface CompletenessDesk {
  readonly repositories: Repositories;
  readonly isPhone: FindingRules['isPhone'];
}

/** By what a tenant decided and published, what counts as wrong there. */
export const readFindingRules = async (
  { repositories, isPhone }: CompletenessDesk,
  tenantId: string,
): Promise<FindingRules> => {
  const uses = await readFieldUses(repositories, tenantId);
  return {
    settings: (await repositories.fieldSettings.get(tenantId)).value,
    isPublished: (path) => uses(path).signatures.some(({ isPublished }) => isPublished),
    isPhone,
  };
};
