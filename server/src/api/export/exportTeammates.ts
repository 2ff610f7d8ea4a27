import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { z } from 'zod';
import type { teammateExportQuerySchema } from '../../contract/teammates.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { answered } from '../mountEndpoint.ts';
import { presentTeammate } from '../present/presentTeammate.ts';
import { teammateFilter } from '../teammateFilter.ts';
import { csvLine } from './csvLine.ts';
import { columnCells, columnHeads } from './teammateColumns.ts';

interface ExportAsked {
  readonly tenantId: string;
  readonly query: z.output<typeof teammateExportQuerySchema>;
  readonly response: Response;
}

const pageSize = 200;
/** Excel reads UTF-8 only where it is told so. */
const byteOrderMark = '\ufeff';

/**
 * Sends a list of teammates as CSV, page by page and no faster than it is taken, so that memory does not grow with the
 * tenant. An error after the first page breaks the connection: half a file must not look like a whole one.
 */
export const exportTeammates = async (
  repositories: Repositories,
  { tenantId, query, response }: ExportAsked,
): Promise<typeof answered> => {
  const pages = csvPages(repositories, tenantId, query);
  const first = await pages.next();
  response.set({ 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="teammates.csv"' });
  response.type('text/csv; charset=utf-8');
  async function* file() {
    yield byteOrderMark + csvLine(columnHeads(query.language));
    if (first.done !== true) yield first.value;
    yield* pages;
  }
  await pipeline(Readable.from(file()), response).catch((error: unknown) => {
    // Whoever asked has gone.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  });
  return answered;
};

async function* csvPages(
  repositories: Repositories,
  tenantId: string,
  query: ExportAsked['query'],
): AsyncGenerator<string> {
  const { teammates, supplements } = repositories;
  const settings = (await repositories.settings.get(tenantId)).value;
  const fields = (await repositories.fieldSettings.get(tenantId)).value;
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const window = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page = await teammates.page(tenantId, { ...window, ...teammateFilter(query) });
    const ids = page.items.map(({ id }) => id);
    const known = new Map((await supplements.getMany(tenantId, ids)).map((each) => [each.teammateId, each]));
    const bodies = page.items.map((each) =>
      presentTeammate(each, settings, { supplement: known.get(each.id) ?? null, manager: null, fields }),
    );
    yield bodies.map((body) => csvLine(columnCells(body))).join('');
    cursor = page.cursor;
  }
}
