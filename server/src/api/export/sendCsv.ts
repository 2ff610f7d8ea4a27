import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Language } from '../../contract/signatures/languages.ts';
import { answered } from '../mountEndpoint.ts';
import { csvLine } from './csvLine.ts';

export interface CsvFile {
  readonly name: string;
  readonly heads: readonly string[];
  /** Of the reader; left out: English, and whatever programs read. */
  readonly language?: Language;
  /** Lines, some at a time. */
  readonly pages: AsyncGenerator<string>;
}

/** Excel reads UTF-8 only where it is told so. */
const byteOrderMark = '\ufeff';

/**
 * Sends a file page by page and no faster than it is taken, so that memory does not grow with the tenant. An error after
 * the first page breaks the connection: half a file must not look like a whole one.
 */
export const sendCsv = async (
  response: Response,
  { name, heads, pages, language = 'en' }: CsvFile,
): Promise<typeof answered> => {
  const first = await pages.next();
  response.set({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}.csv"` });
  response.type('text/csv; charset=utf-8');
  async function* file() {
    yield byteOrderMark + csvLine(heads, language);
    if (first.done !== true) yield first.value;
    yield* pages;
  }
  await pipeline(Readable.from(file()), response).catch((error: unknown) => {
    // Whoever asked has gone.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  });
  return answered;
};
