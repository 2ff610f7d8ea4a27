import type { StorageEngine } from '../storage/collection.ts';
import { readSchemaState } from '../storage/migrate/schemaState.ts';
import { compareEntries, type Comparison } from './compareEntries.ts';
import { readExport } from './file/readExport.ts';
import { storeEntries, type Entry } from './storeEntries.ts';
import { transferError } from './transferError.ts';
import { settledShape } from './transferred.ts';

/** What a store is compared with: an export, or another store. */
export type Expected = { readonly file: string } | { readonly engine: StorageEngine };

export interface Verification {
  readonly expected: Expected;
  readonly found: StorageEngine;
  readonly signal: AbortSignal;
  report(text: string): void;
}

/**
 * Compares every document, and checks a file by the way. Nothing may run on either store meanwhile, or what changed is
 * a difference. Throws StorageError `schema-differs` where documents of one side are in another shape.
 */
export const verifyStore = async ({ expected, found, signal, report }: Verification): Promise<Comparison> => {
  const shape = await shapeOf(found);
  const wanted = 'file' in expected ? await fileShape(expected.file) : await shapeOf(expected.engine);
  if (shape === null || shape !== wanted) {
    const message = `Documents here are in shape ${String(shape)}, and in ${String(wanted)} there: they can be compared once both are the same. Start the server of the newer version on an import of the older data.`;
    throw transferError('schema-differs', message);
  }
  const entries = 'file' in expected ? fileEntries(expected.file) : storeEntries(expected.engine);
  return compareEntries(entries, storeEntries(found), (documents) => {
    signal.throwIfAborted();
    report(`${documents} documents compared`);
  });
};

const shapeOf = async (engine: StorageEngine): Promise<number | null> =>
  settledShape((await readSchemaState(engine, '')).document);

const fileShape = async (file: string): Promise<number | null> => {
  for await (const part of readExport(file)) if (part.kind === 'header') return part.header.schema;
  return null;
};

async function* fileEntries(file: string): AsyncGenerator<Entry> {
  for await (const part of readExport(file)) if (part.kind === 'entry') yield part.entry;
}
