import { unreadableDocument } from './sqliteErrors.ts';

/** Throws StorageError `document-unreadable` where somebody or something changed the text behind our back. */
export const parseDocument = <T>(collection: string, id: string, text: string): T => {
  const parsed = parse(collection, id, text);
  if (typeof parsed !== 'object' || parsed === null) throw unreadableDocument(collection, id, undefined);
  // Only `write` puts documents here, and it takes nothing but T.
  return parsed as T;
};

const parse = (collection: string, id: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadableDocument(collection, id, cause);
  }
};
