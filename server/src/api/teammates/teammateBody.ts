import type { Teammate as TeammateBody } from '../../contract/people/teammates.ts';
import { withoutEnded } from '../../domain/fields/endedOverrides.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { findManager } from '../../sync/teammates/findManager.ts';
import { presentTeammate } from '../present/presentTeammate.ts';

interface BodyDesk {
  readonly repositories: Repositories;
  readonly clock: Clock;
}

/** One teammate with everything we know about them, from our own data. */
export const teammateBody = async (
  { repositories, clock }: BodyDesk,
  tenantId: string,
  teammate: Teammate,
): Promise<TeammateBody> => {
  const [settings, fields, enrichment, manager] = await Promise.all([
    repositories.settings.get(tenantId),
    repositories.fieldSettings.get(tenantId),
    repositories.enrichments.get(tenantId, teammate.id),
    findManager(repositories, tenantId, teammate.id),
  ]);
  return presentTeammate(withoutEnded(teammate, dayAt(clock.now())), settings.value, {
    enrichment,
    manager,
    fields: fields.value,
  });
};
