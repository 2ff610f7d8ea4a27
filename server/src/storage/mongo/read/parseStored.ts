import type { Stored } from '../../collection.ts';
import { keyText } from '../../keys/keyText.ts';
import { documentId, plainId } from '../layout.ts';
import { unreadableDocument } from '../connection/mongoErrors.ts';
import type { OpenedCollection } from '../openedCollection.ts';

/**
 * The document as it was put. A database administrator can edit what is stored: what is then no document any more is
 * refused here by name, because further in it would be a TypeError somewhere. Throws StorageError `document-unreadable`.
 */
export const parseStored = <T>(
  { declaration, shape }: Pick<OpenedCollection<T>, 'declaration' | 'shape'>,
  tenant: string,
  fields: Readonly<Record<string, unknown>>,
): Stored<T> => {
  const place = { collection: declaration.name, id: plainId(tenant, String(fields['_id'])) };
  const revision = fields['_revision'];
  if (!Number.isInteger(revision)) throw unreadableDocument(place, '_revision', 'a whole number');
  shape.check(place, fields);
  const document = exactDocument(fields) ?? knownFields(shape.fields, fields);
  // The shape was checked, and only `write` puts documents here, which takes nothing but T.
  const stored = { document: document as T, revision: Number(revision) };
  if (documentId(tenant, keyText(declaration.id(stored.document))) !== fields['_id']) {
    throw unreadableDocument(place, '_id', 'made of its tenant and its id');
  }
  return stored;
};

const knownFields = (
  names: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const known: Record<string, unknown> = {};
  for (const name of names) if (Object.hasOwn(fields, name)) known[name] = fields[name];
  return known;
};

const exactDocument = (fields: Readonly<Record<string, unknown>>): unknown => {
  const exact = fields['_exact'];
  return typeof exact === 'string' ? JSON.parse(exact) : null;
};
