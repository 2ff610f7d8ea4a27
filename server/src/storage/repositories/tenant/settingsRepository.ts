import { defaultSyncSettings } from '../../../domain/settings/syncSettings.ts';
import type { SettingsRepository } from '../../../ports/repositories/connectionRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { settings } from '../../declare/access/connectionCollections.ts';
import { keptValue } from '../keptValue.ts';

export const openSettingsRepository = (engine: StorageEngine): SettingsRepository =>
  keptValue(engine.collection(settings), defaultSyncSettings);
