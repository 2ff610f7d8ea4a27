import type { PersonTraits } from '../../domain/privacy/personTraits.ts';
import { erasedName } from '../../domain/privacy/personTraits.ts';
import { redactPerson, type Redacted } from '../../domain/privacy/redactPerson.ts';
import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import { StaleRevision } from '../../domain/errors.ts';
import { auditEntries } from '../declare/auditCollection.ts';
import type { CollectionDeclaration, StorageEngine } from '../collection.ts';
import { declarations } from '../declare/collections.ts';
import { enrichments } from '../declare/enrichmentCollections.ts';
import { teammates } from '../declare/teammateCollections.ts';
import { proposals } from '../declare/proposalCollection.ts';
import { dataHandling } from './dataHandling.ts';

/** Where people are named in what is about something else. Teammates say who set a value, proposals who refused it. */
const mentioning = [
  ...declarations.filter(({ name }) => dataHandling[name] === 'mentions'),
  teammates,
  enrichments,
  proposals,
] as unknown as readonly CollectionDeclaration<unknown>[];

export interface FoundMention {
  readonly collection: string;
  readonly document: string;
  readonly mentions: Redacted<unknown>['mentions'];
  redact(): Promise<void>;
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
        const { mentions } = redact(declaration, document, place.traits);
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
): Promise<void> => {
  const store = engine.collection(declaration);
  for (let attempt = 1; ; attempt += 1) {
    const found = await store.get(tenantId, id);
    if (found === null) return;
    const { value } = redact(declaration, found.document, traits);
    if (value === found.document) return;
    try {
      await store.write(tenantId, [{ put: value, ifRevision: found.revision }]);
      return;
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt >= tries) throw error;
    }
  }
};

const redact = (
  { name }: CollectionDeclaration<unknown>,
  document: unknown,
  traits: PersonTraits,
): Redacted<unknown> => {
  const redacted = redactPerson(document, traits);
  if (name === enrichments.name) return withoutManager(redacted, traits);
  if (name !== auditEntries.name || redacted.mentions.length === 0) return redacted;
  const before = document as AuditEntry;
  const isAboutThem = before.subject?.id.toLowerCase() === traits.id;
  return isAboutThem ? { ...redacted, value: withoutValues(redacted.value as AuditEntry) } : redacted;
};

/** What was set for them is theirs, whatever it says. */
const withoutValues = (entry: AuditEntry): AuditEntry => ({
  ...entry,
  changes: entry.changes.map(({ field, old, new: now }) => ({ field, old: hidden(old), new: hidden(now) })),
});

const hidden = (value: string | null): string | null => (value === null ? null : erasedName);

const withoutManager = (redacted: Redacted<unknown>, { pseudonym }: PersonTraits): Redacted<unknown> => {
  const { managerId } = redacted.value as { readonly managerId: string | null };
  return managerId === pseudonym
    ? { ...redacted, value: { ...(redacted.value as object), managerId: null } }
    : redacted;
};
