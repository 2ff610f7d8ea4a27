import { auditExportQuerySchema, auditPageSchema, auditQuerySchema } from './audit.ts';
import { endpoint } from '../endpoint.ts';

export const auditEndpoints = {
  listAudit: endpoint({
    method: 'get',
    path: '/api/audit',
    summary: 'Who did, or tried, what and when, newest first',
    access: 'auditor',
    scope: 'audit:read',
    query: auditQuerySchema,
    status: 200,
    response: auditPageSchema,
  }),
  exportAudit: endpoint({
    method: 'get',
    path: '/api/audit/export',
    summary: 'All of it that fits the filter, as CSV for a spreadsheet',
    access: 'auditor',
    scope: 'audit:read',
    audited: true,
    query: auditExportQuerySchema,
    status: 200,
    response: null,
    contentType: 'text/csv',
  }),
} as const;
