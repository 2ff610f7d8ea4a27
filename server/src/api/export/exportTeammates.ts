import type { Response } from 'express';
import type { z } from 'zod';
import type { teammateExportQuerySchema } from '../../contract/people/teammates.ts';
import { withoutEnded } from '../../domain/fields/overrides/endedOverrides.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { answered } from '../mountEndpoint.ts';
import { presentTeammate } from '../present/presentTeammate.ts';
import { teammateFilter } from '../teammates/teammateFilter.ts';
import { csvLine } from './csvLine.ts';
import { sendCsv } from './sendCsv.ts';
import { columnCells, columnHeads } from './teammateColumns.ts';
import { allPages } from '../../ports/pages/allPages.ts';

interface ExportAsked {
  readonly tenantId: string;
  readonly query: z.output<typeof teammateExportQuerySchema>;
  readonly response: Response;
}

const pageSize = 200;

interface ExportDesk {
  readonly repositories: Repositories;
  readonly clock: Clock;
}

/** Sends a list of teammates as CSV. */
export const exportTeammates = (
  desk: ExportDesk,
  { tenantId, query, response }: ExportAsked,
): Promise<typeof answered> =>
  sendCsv(response, {
    name: 'teammates',
    heads: columnHeads(query.language),
    language: query.language,
    pages: csvPages(desk, tenantId, query),
  });

async function* csvPages(
  { repositories, clock }: ExportDesk,
  tenantId: string,
  query: ExportAsked['query'],
): AsyncGenerator<string> {
  const { teammates, enrichments } = repositories;
  const settings = (await repositories.settings.get(tenantId)).value;
  const fields = (await repositories.fieldSettings.get(tenantId)).value;
  const today = dayAt(clock.now());
  const filter = teammateFilter(query);
  for await (const items of allPages(pageSize, (request) => teammates.page(tenantId, { ...request, ...filter }))) {
    const ids = items.map(({ id }) => id);
    const known = new Map((await enrichments.getMany(tenantId, ids)).map((each) => [each.teammateId, each]));
    const bodies = items.map((each) =>
      presentTeammate(withoutEnded(each, today), settings, {
        enrichment: known.get(each.id) ?? null,
        manager: null,
        fields,
      }),
    );
    yield bodies.map((body) => csvLine(columnCells(body, query.language), query.language)).join('');
  }
}
