import { defaultBrand } from '../../../domain/design/defaultBrand.ts';
import type { BrandRepository } from '../../../ports/repositories/signatureRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { brands } from '../../declare/signatureCollections.ts';
import { keptValue } from '../keptValue.ts';

export const openBrandRepository = (engine: StorageEngine): BrandRepository =>
  keptValue(engine.collection(brands), defaultBrand);
