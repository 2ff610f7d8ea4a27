import type { Teammate as TeammateBody } from '../contract/teammates.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Repositories } from '../ports/repositories.ts';
import { findManager } from '../sync/findManager.ts';
import { presentTeammate } from './present/presentTeammate.ts';

/** One teammate with everything we know about them, from our own data. */
export const teammateBody = async (
  repositories: Repositories,
  tenantId: string,
  teammate: Teammate,
): Promise<TeammateBody> => {
  const [settings, fields, supplement, manager] = await Promise.all([
    repositories.settings.get(tenantId),
    repositories.fieldSettings.get(tenantId),
    repositories.supplements.get(tenantId, teammate.id),
    findManager(repositories, tenantId, teammate.id),
  ]);
  return presentTeammate(teammate, settings.value, { supplement, manager, fields: fields.value });
};
