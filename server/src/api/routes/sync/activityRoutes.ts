import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import { activityBegins, countActivity, isTimeZone } from '../../../domain/run/activity.ts';
import type { Run } from '../../../domain/run/run.ts';
import type { RunRepository } from '../../../ports/repositories/runRepositories.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';

/** A run a minute for three days; more than that no tenant has, and nobody should wait for. */
const mostRuns = 5_000;
const pageSize = 200;

/** Runs that began since then, newest first. */
const runsSince = async (runs: RunRepository, tenantId: string, since: Date): Promise<readonly Run[]> => {
  const found: Run[] = [];
  const first = since.toISOString();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<RunRepository['page']>> = await runs.page(tenantId, {
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    const recent = page.items.filter(({ startedAt }) => startedAt >= first);
    found.push(...recent);
    cursor = recent.length < page.items.length ? null : page.cursor;
  } while (cursor !== null && found.length < mostRuns);
  return found;
};

/** What syncs changed lately, from what each run counted. */
export const mountActivityRoutes = (mount: Mount, { repositories, clock }: ApiOptions): void => {
  mount(endpoints.getActivity, async ({ actor, query: { span, timeZone } }) => {
    if (!isTimeZone(timeZone)) {
      throw new RequestError(400, 'invalid-request', 'There is no such time zone. Name one as Europe/Amsterdam.');
    }
    const now = clock.now();
    const runs = await runsSince(repositories.runs, actor.tenantId, activityBegins({ span, now }));
    const { letDepartures = [] } = (await repositories.syncStates.get(actor.tenantId)).value;
    return { buckets: [...countActivity({ runs, letDepartures }, { span, now, timeZone })] };
  });
};
