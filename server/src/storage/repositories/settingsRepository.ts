import { defaultSyncSettings } from '../../domain/settings/syncSettings.ts';
import type { SettingsRepository } from '../../ports/repositories.ts';
import type { StorageEngine } from '../collection.ts';
import { settings } from '../declare/collections.ts';
import { keptValue } from './keptValue.ts';

export const openSettingsRepository = (engine: StorageEngine): SettingsRepository =>
  keptValue(engine.collection(settings), defaultSyncSettings);
