import type { ManagerProfile, Photo, EnrichmentRound, Enrichment } from '../../../domain/enrichment/enrichment.ts';
import type { CollectionDeclaration } from '../../collection.ts';
import { onlyId } from '../../keys/onlyId.ts';

/** What the enrichment pass found out about teammates. */
export const enrichments: CollectionDeclaration<Enrichment> = {
  fenced: true,
  large: true,
  name: 'supplements',
  id: (enrichment) => enrichment.teammateId,
  keys: {
    manager: (enrichment) => enrichment.managerId,
    photo: (enrichment) => ((enrichment.photo?.hash ?? null) === null ? null : 'yes'),
  },
  sparse: ['manager', 'photo'],
  indexes: [['manager'], ['photo']],
};

/** Faces of teammates. */
export const photos: CollectionDeclaration<Photo> = {
  fenced: true,
  large: true,
  name: 'photos',
  id: (photo) => photo.teammateId,
  keys: {},
};

/** People to whom teammates report and who are no active teammates themselves. */
export const managerProfiles: CollectionDeclaration<ManagerProfile> = {
  fenced: true,
  name: 'managerProfiles',
  id: (manager) => manager.id,
  keys: {},
};

/** How far looking at everybody again has come. */
export const enrichmentRounds: CollectionDeclaration<EnrichmentRound> = {
  fenced: true,
  operational: true,
  name: 'slowRounds',
  id: () => onlyId,
  keys: {},
};
