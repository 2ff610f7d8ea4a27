import type { Sighting } from '../../../domain/rollout/sighting.ts';
import type { CollectionDeclaration } from '../../collection.ts';

/** Where teammates were last seen writing mail. */
export const sightings: CollectionDeclaration<Sighting> = {
  operational: true,
  large: true,
  name: 'sightings',
  id: (sighting) => sighting.teammateId,
  keys: {
    /** The client they used last. */
    client: ({ clients }) => clients[0]?.client ?? null,
    problem: ({ problem }) => (problem === null ? null : 'yes'),
  },
  sparse: ['problem'],
  indexes: [['client'], ['problem']],
};
