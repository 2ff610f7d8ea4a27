import { Duplicate, StorageError } from '../../../domain/errors.ts';
import { parseDocument, type TextForm } from './parseDocument.ts';
import { unreadableDocument } from '../sqliteErrors.ts';

interface StoredText {
  readonly form: TextForm<never>;
  readonly id: string;
  readonly text: string;
}

/**
 * Works with the document, or returns why it cannot be read: its text is no document, or a key function, which knows all
 * shapes the product ever wrote, cannot cope with it. What the database throws stays thrown.
 */
export const unlessUnreadable = <T>(
  { form, id, text }: StoredText,
  work: (document: T) => void,
): StorageError | null => {
  try {
    work(parseDocument<T>(form as TextForm<T>, id, text));
    return null;
  } catch (error) {
    if (error instanceof StorageError) return error;
    if (error instanceof Duplicate || Reflect.get(Object(error), 'code') === 'ERR_SQLITE_ERROR') throw error;
    return unreadableDocument(form.name, id, error);
  }
};
