import type { Teammate as TeammateBody } from '../../contract/people/teammates.ts';
import { withoutEnded } from '../../domain/fields/overrides/endedOverrides.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { findManager } from '../../signatures/rendering/findManager.ts';
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
  const [settings, fields, enrichment] = await Promise.all([
    repositories.settings.get(tenantId),
    repositories.fieldSettings.get(tenantId),
    repositories.enrichments.get(tenantId, teammate.id),
  ]);
  const today = dayAt(clock.now());
  const managed = { tenantId, managerId: enrichment?.managerId ?? null };
  const manager = await findManager(repositories, managed, { settings: fields.value, today });
  return presentTeammate(withoutEnded(teammate, today), settings.value, {
    enrichment,
    manager,
    fields: fields.value,
  });
};
