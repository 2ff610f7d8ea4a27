import { usualFields } from '../../../domain/fields/fieldSettings.ts';
import type { FieldSettingsRepository } from '../../../ports/repositories/signatureRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { fieldSettings } from '../../declare/signatureCollections.ts';
import { keptValue } from '../keptValue.ts';

export const openFieldSettingsRepository = (engine: StorageEngine): FieldSettingsRepository =>
  keptValue(engine.collection(fieldSettings), usualFields);
