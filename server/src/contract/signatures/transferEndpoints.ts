import { endpoint } from '../endpoint.ts';
import { importReportSchema, importRequestSchema, signaturesFileSchema } from './signaturesFile.ts';

/** Some dozens of images, written as text. */
const fileLimit = 24 * 1024 * 1024;

export const transferEndpoints = {
  exportSignatures: endpoint({
    method: 'get',
    path: '/api/signatures-file',
    summary: 'Signatures (their drafts), rules, brand, rules of fields and the images they show, as one file',
    access: 'auditor',
    scope: 'signatures:read',
    status: 200,
    response: signaturesFileSchema,
  }),
  previewImport: endpoint({
    method: 'post',
    path: '/api/signatures-file/preview',
    summary: 'What of such a file would be new, changed or refused; stores nothing',
    access: 'designer',
    audited: false,
    body: importRequestSchema,
    bodyLimit: fileLimit,
    status: 200,
    response: importReportSchema,
  }),
  importSignatures: endpoint({
    method: 'post',
    path: '/api/signatures-file/import',
    summary: 'Bring such a file in. Signatures become drafts, nothing is published, and nothing is removed',
    access: 'designer',
    body: importRequestSchema,
    bodyLimit: fileLimit,
    status: 200,
    response: importReportSchema,
  }),
} as const;
