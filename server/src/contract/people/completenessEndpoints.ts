import {
  completenessSchema,
  findingExportQuerySchema,
  findingFilterSchema,
  findingPageSchema,
} from './completeness.ts';
import { endpoint } from '../endpoint.ts';
import { cursorQuery } from '../paging.ts';

export const completenessEndpoints = {
  getCompleteness: endpoint({
    method: 'get',
    path: '/api/completeness',
    summary: 'How complete the active teammates are: field by field, and what is wrong with how many',
    access: 'auditor',
    scope: 'reports:read',
    status: 200,
    response: completenessSchema,
  }),
  listFindings: endpoint({
    method: 'get',
    path: '/api/completeness/people',
    summary: 'Active teammates by name with what is wrong with each; a page may have fewer than asked for, or none',
    access: 'auditor',
    scope: 'reports:read',
    query: cursorQuery.extend(findingFilterSchema.shape),
    status: 200,
    response: findingPageSchema,
  }),
  exportFindings: endpoint({
    method: 'get',
    path: '/api/completeness/export',
    summary: 'The same as a file for a spreadsheet, one finding on each line',
    access: 'auditor',
    scope: 'reports:read',
    audited: true,
    query: findingExportQuerySchema,
    status: 200,
    response: null,
    contentType: 'text/csv',
  }),
} as const;
