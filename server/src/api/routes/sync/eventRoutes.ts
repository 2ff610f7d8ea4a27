import { endpoints } from '../../../contract/endpoints.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { followTenant } from '../../events/followTenant.ts';
import { openTenantPulse } from '../../events/openTenantPulse.ts';
import { answered, type Mount } from '../../mountEndpoint.ts';

/** One stream per console tells what has become stale on its screen. */
export const mountEventRoutes = (mount: Mount, { repositories, clock, stopping }: ApiOptions): void => {
  const pulse = openTenantPulse({ repositories, clock });
  mount(endpoints.followTenant, async ({ actor: { tenantId }, response }) => {
    await followTenant({ response, clock, pulse, tenantId, stopping });
    return answered;
  });
};
