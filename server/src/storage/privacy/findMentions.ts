import type { PersonTraits } from '../../domain/privacy/personTraits.ts';
import type { Mention } from '../../domain/privacy/redactPerson.ts';
import { StaleRevision } from '../../domain/errors.ts';
import type { CollectionDeclaration, StorageEngine } from '../collection.ts';
import { declarations } from '../declare/collections.ts';
import { enrichments } from '../declare/people/enrichmentCollections.ts';
import { teammates } from '../declare/people/teammateCollections.ts';
import { proposals } from '../declare/people/proposalCollection.ts';
import { dataHandling } from './dataHandling.ts';
import { redactDocument } from './redactDocument.ts';

/** Where people are named in what is about something else. Teammates say who set a value, proposals who refused it. */
export const mentioning = [
  ...declarations.filter(({ name }) => dataHandling[name] === 'mentions'),
  teammates,
  enrichments,
  proposals,
] as unknown as readonly CollectionDeclaration<unknown>[];

export interface FoundMention {
  readonly collection: string;
  readonly document: string;
  readonly mentions: readonly Mention[];
  /** Tells the names of rules that went, because they were for the person alone. */
  redact(): Promise<readonly string[]>;
}

interface MentionPlace {
  readonly engine: StorageEngine;
  readonly tenantId: string;
  readonly traits: PersonTraits;
}

/** Every document about something else that names the person. Reads all of them: it is asked for seldom. */
export async function* findMentions(place: MentionPlace): AsyncGenerator<FoundMention> {
  for (const declaration of mentioning) {
    const store = place.engine.collection(declaration);
    for await (const batch of store.scan(place.tenantId)) {
      for (const { document } of batch) {
        const id = declaration.id(document);
        // Its own id is no mention: it is the teammate, or no person at all.
        if (id === place.traits.id) continue;
        const { mentions } = redactDocument(declaration.name, document, place.traits);
        if (mentions.length === 0) continue;
        yield { collection: declaration.name, document: id, mentions, redact: () => replace(place, declaration, id) };
      }
    }
  }
}

const tries = 5;

const replace = async (
  { engine, tenantId, traits }: MentionPlace,
  declaration: CollectionDeclaration<unknown>,
  id: string,
): Promise<readonly string[]> => {
  const store = engine.collection(declaration);
  for (let attempt = 1; ; attempt += 1) {
    const found = await store.get(tenantId, id);
    if (found === null) return [];
    const { value, rules = [] } = redactDocument(declaration.name, found.document, traits);
    if (value === found.document) return [];
    try {
      await store.write(tenantId, [{ put: value, ifRevision: found.revision }]);
      return rules;
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt >= tries) throw error;
    }
  }
};
