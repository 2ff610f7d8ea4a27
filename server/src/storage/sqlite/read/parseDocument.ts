import { StorageError } from '../../../domain/errors.ts';
import type { CollectionDeclaration } from '../../collection.ts';
import { unreadableDocument } from '../sqliteErrors.ts';

/** The collection of a document, as far as its text goes. */
export type TextForm<T> = Pick<CollectionDeclaration<T>, 'name' | 'compact'>;

export const documentText = <T>({ compact }: TextForm<T>, document: T, shape: number): string =>
  JSON.stringify(compact === undefined ? document : compact.pack(document, shape));

/** Throws StorageError `document-unreadable` where somebody or something changed the text behind our back. */
export const parseDocument = <T>({ name, compact }: TextForm<T>, id: string, text: string): T => {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) throw unreadableDocument(name, id, undefined);
    // Only `write` puts documents here, and it takes nothing but T.
    return (compact?.unpack(parsed as Readonly<Record<string, unknown>>, id) ?? parsed) as T;
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    throw unreadableDocument(name, id, cause);
  }
};
