import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError, StaleRevision } from '../../../domain/errors.ts';
import { defaultHistoryDays } from '../../../domain/settings/syncSettings.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';

export const mountSettingsRoutes = (mount: Mount, { repositories }: ApiOptions): void => {
  const read = async (tenantId: string) => {
    const { value, revision } = await repositories.settings.get(tenantId);
    return { settings: { historyDays: defaultHistoryDays, ...value, guard: { ...value.guard } }, revision };
  };

  mount(endpoints.getSettings, ({ actor }) => read(actor.tenantId));

  mount(endpoints.putSettings, async ({ actor, body }) => {
    const kept = (await read(actor.tenantId)).settings;
    const settings = { ...body.settings, historyDays: body.settings.historyDays ?? kept.historyDays };
    try {
      const revision = await repositories.settings.save(actor.tenantId, settings, body.revision);
      return { settings, revision };
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
      const message = 'Somebody else saved the settings meanwhile. Reload them and make your change again.';
      throw new RequestError(412, 'settings-changed', message, { cause: error });
    }
  });
};
