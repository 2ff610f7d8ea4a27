import type { ManagerProfile } from '../../domain/enrichment/enrichment.ts';
import { leftOutOf, withLeftOut } from '../../domain/fields/overrides/leftOutOf.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Repositories } from '../../ports/repositories.ts';

interface ForgettingPlace {
  readonly repositories: Pick<Repositories, 'enrichments'>;
  readonly tenantId: string;
  readonly now: Date;
}

/**
 * What these people left out stays out of the signatures of those who report to them also when they are forgotten: the
 * profiles that are kept of them name it, without a value. Where there is none yet, one with nothing else is kept, which the
 * enrichment pass fills in.
 */
export const rememberLeftOut = async (
  { repositories: { enrichments }, tenantId, now }: ForgettingPlace,
  people: readonly Teammate[],
): Promise<void> => {
  const today = dayAt(now);
  const keysOf = new Map(people.map((teammate) => [teammate.id, leftOutOf(teammate, today)]));
  const hiding = [...keysOf].filter(([, keys]) => keys.length > 0).map(([id]) => id);
  if (hiding.length === 0) return;
  const managers = await enrichments.managersAmong(tenantId, hiding);
  const kept = new Map((await enrichments.getManagers(tenantId, managers)).map((profile) => [profile.id, profile]));
  const profiles = managers.map((id) => withLeftOut(kept.get(id) ?? nothingOf(id), keysOf.get(id) ?? []));
  if (profiles.length > 0) await enrichments.saveManagers(tenantId, profiles);
};

const nothingOf = (id: string): ManagerProfile => ({
  id,
  displayName: null,
  mail: null,
  jobTitle: null,
  businessPhones: [],
  mobilePhone: null,
});
