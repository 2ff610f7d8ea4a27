import type { InstallationState } from '../../ports/telemetry/meter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { readTenantFacts, standingOf } from './tenantFacts.ts';
import { dueAt } from './visitTenant.ts';

const statuses = ['active', 'disabled', 'removed'] as const;

/** A tenant is looked at within a quarter of a minute; what takes ten minutes longer waits for something. */
const tolerance = 10 * 60_000;

/** Adds up what all tenants look like. Reads one after the other, so that nobody waits for whoever counts. */
export const readInstallation = async (repositories: Repositories, clock: Clock): Promise<InstallationState> => {
  const now = clock.now().getTime();
  const teammates = { active: 0, disabled: 0, removed: 0 };
  const tenants: Record<string, number> = {};
  const lags: number[] = [];
  let heldDepartures = 0;
  let overdue = 0;
  for (const tenantId of await repositories.connections.tenants()) {
    const facts = await readTenantFacts(repositories, tenantId);
    tenants[facts.connection] = (tenants[facts.connection] ?? 0) + 1;
    for (const status of statuses) teammates[status] += await repositories.teammates.count(tenantId, status);
    heldDepartures += await repositories.teammates.countHeld(tenantId);
    if (standingOf(facts) !== 'on') continue;
    lags.push(now - Date.parse(facts.state.value.lastCheckedAt ?? facts.checkpoint?.at ?? new Date(now).toISOString()));
    if (dueAt(tenantId, facts, new Date(now)).getTime() + tolerance < now) overdue += 1;
  }
  const unfinishedRuns = (await repositories.runs.unfinished()).map(({ run: { kind, status } }) => ({ kind, status }));
  return { teammates, tenants, heldDepartures, unfinishedRuns, lags, overdue };
};
