import { endpoints } from '../../../contract/endpoints.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { followTenant } from '../../events/followTenant.ts';
import { openTenantPulse } from '../../events/openTenantPulse.ts';
import type { EventStreams } from '../../events/openEventStream.ts';
import { answered, type Mount } from '../../mountEndpoint.ts';
import { hasPlace } from '../../tenantConnection.ts';

/** One stream per console tells what has become stale on its screen. */
export const mountEventRoutes = (mount: Mount, options: ApiOptions & { streams: EventStreams }): void => {
  const { repositories, clock, stopping, streams } = options;
  const pulse = openTenantPulse({ repositories, clock });
  mount(endpoints.followTenant, async ({ actor, response }) => {
    const following = { response, clock, pulse, streams, reader: actor, stopping };
    await followTenant({ ...following, hasPlace: await hasPlace(options, actor.tenantId) });
    return answered;
  });
};
