import { defaultSyncSettings } from '../../domain/settings/syncSettings.ts';
import type { SettingsRepository } from '../../ports/repositories.ts';
import type { StorageEngine } from '../collection.ts';
import { onlyId, settings as declaration } from '../collections.ts';
import { versioned } from './versioned.ts';

export const openSettingsRepository = (engine: StorageEngine): SettingsRepository => {
  const store = engine.collection(declaration);
  return {
    get: async (tenantId) =>
      versioned(await store.get(tenantId, onlyId)) ?? { value: defaultSyncSettings, revision: 0 },
    save: async (tenantId, settings, ifRevision) => {
      await store.write(tenantId, [{ put: settings, ifRevision }]);
      return ifRevision + 1;
    },
  };
};
