import type { Response } from 'express';
import type { z } from 'zod';
import type { auditExportQuerySchema } from '../../contract/manage/audit.ts';
import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import type { AuditRepository } from '../../ports/repositories/auditRepository.ts';
import { findAudit } from '../requests/lists/findAudit.ts';
import type { answered } from '../mountEndpoint.ts';
import { csvLine } from './csvLine.ts';
import { sendCsv } from './sendCsv.ts';
import { allPages } from '../../ports/pages/allPages.ts';

interface ExportAsked {
  readonly tenantId: string;
  readonly query: z.output<typeof auditExportQuerySchema>;
  readonly response: Response;
}

const heads = [
  ...['at', 'person', 'personId', 'role', 'action', 'outcome', 'code', 'subject', 'subjectId'],
  ...['changes', 'address', 'requestId'],
];

/** The words of the API, whoever reads: this file is read by programs as often as by people. */
const cellsOf = (entry: AuditEntry): readonly string[] => [
  entry.at,
  entry.person.displayName,
  entry.person.id,
  entry.role,
  entry.action,
  entry.outcome,
  entry.code ?? '',
  entry.subject?.name ?? '',
  entry.subject?.id ?? '',
  entry.changes.map((change) => `${change.field}: ${change.old ?? '–'} → ${change.new ?? '–'}`).join('; ') +
    (entry.more === 0 ? '' : `; +${String(entry.more)}`),
  entry.address,
  entry.requestId,
];

/** Sends what fits the filter as CSV, newest first. */
export const exportAudit = (
  audit: AuditRepository,
  { tenantId, query, response }: ExportAsked,
): Promise<typeof answered> => {
  const { language, ...filter } = query;
  async function* pages(): AsyncGenerator<string> {
    for await (const entries of allPages(200, (request) => findAudit(audit, tenantId, { ...filter, ...request })))
      yield entries.map((entry) => csvLine(cellsOf(entry), language)).join('');
  }
  return sendCsv(response, { name: 'audit', heads, language, pages: pages() });
};
