import type { Proposals } from '../../../domain/proposal/proposals.ts';
import type { CollectionDeclaration } from '../../collection.ts';

/** What teammates have proposed for their fields. */
export const proposals: CollectionDeclaration<Proposals> = {
  fenced: true,
  name: 'proposals',
  id: ({ teammateId }) => teammateId,
  keys: {
    waiting: ({ waiting }) => (waiting.length === 0 ? null : 'yes'),
    /** Since when the oldest of them waits. */
    since: ({ waiting }) => waiting.map(({ at }) => at).sort()[0] ?? null,
  },
  sparse: ['waiting'],
  indexes: [['waiting', 'since']],
};
