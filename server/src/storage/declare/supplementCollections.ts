import type { ManagerProfile, Photo, SlowRound, Supplement } from '../../domain/supplement/supplement.ts';
import type { CollectionDeclaration } from '../collection.ts';
import { onlyId } from '../keys/onlyId.ts';

/** What the slow pass found out about teammates. */
export const supplements: CollectionDeclaration<Supplement> = {
  fenced: true,
  large: true,
  name: 'supplements',
  id: (supplement) => supplement.teammateId,
  keys: {
    manager: (supplement) => supplement.managerId,
    photo: (supplement) => ((supplement.photo?.hash ?? null) === null ? null : 'yes'),
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
export const slowRounds: CollectionDeclaration<SlowRound> = {
  fenced: true,
  operational: true,
  name: 'slowRounds',
  id: () => onlyId,
  keys: {},
};
