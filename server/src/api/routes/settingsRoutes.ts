import { endpoints } from '../../contract/endpoints.ts';
import { RequestError, StaleRevision } from '../../domain/errors.ts';
import { defaultHistoryDays } from '../../domain/settings/syncSettings.ts';
import type { ApiOptions } from '../apiOptions.ts';
import type { Mount } from '../mountEndpoint.ts';

export const mountSettingsRoutes = (mount: Mount, { repositories }: ApiOptions): void => {
  mount(endpoints.getSettings, async ({ actor }) => {
    const { value, revision } = await repositories.settings.get(actor.tenantId);
    return { settings: { historyDays: defaultHistoryDays, ...value, guard: { ...value.guard } }, revision };
  });

  mount(endpoints.putSettings, async ({ actor, body }) => {
    try {
      const revision = await repositories.settings.save(actor.tenantId, body.settings, body.revision);
      return { settings: body.settings, revision };
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
      const message = 'Somebody else saved the settings meanwhile. Reload them and make your change again.';
      throw new RequestError(412, 'settings-changed', message, { cause: error });
    }
  });
};
