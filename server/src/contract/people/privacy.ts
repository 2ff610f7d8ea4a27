import { z } from 'zod';
import { endpoint, guidParam } from '../endpoint.ts';

export const personalDataSchema = z
  .object({
    personId: z.string(),
    exportedAt: z.iso.datetime(),
    records: z
      .record(z.string(), z.array(z.unknown()))
      .describe('Everything that is about this person alone, as it is stored, by collection.'),
    mentions: z
      .array(z.object({ collection: z.string(), document: z.string(), path: z.string(), value: z.string() }))
      .describe('Where they are named in something else: as who did it, or in a list.'),
  })
  .meta({ id: 'PersonalData' });

export const erasedPersonSchema = z
  .object({
    id: z.string().describe('Stands in place of the person in what stays; it cannot be turned back.'),
    records: z.number().int(),
    mentions: z.number().int(),
    rules: z
      .array(z.string())
      .describe(
        'Names of the rules about signatures that were for this person, or their mailbox, alone: they are gone.',
      ),
  })
  .meta({ id: 'ErasedPerson' });

export const privacySchema = z
  .object({ erased: z.number().int().describe('How many people are left out because they were erased.') })
  .meta({ id: 'Privacy' });

export const privacyEndpoints = {
  getPrivacy: endpoint({
    method: 'get',
    path: '/api/privacy',
    summary: 'How many people were erased',
    access: 'auditor',
    status: 200,
    response: privacySchema,
  }),
  exportPerson: endpoint({
    method: 'get',
    path: '/api/privacy/people/{id}',
    summary: 'Everything that is kept about one person',
    access: 'admin',
    audited: true,
    params: guidParam,
    status: 200,
    response: personalDataSchema,
  }),
  erasePerson: endpoint({
    method: 'delete',
    path: '/api/privacy/people/{id}',
    summary: 'Erase everything that is kept about one person, and leave them out of later syncs; cannot be undone',
    access: 'admin',
    params: guidParam,
    status: 200,
    response: erasedPersonSchema,
  }),
  eraseTenant: endpoint({
    method: 'delete',
    path: '/api/privacy/tenant',
    summary: 'Erase everything that is kept of the tenant, the audit trail too; cannot be undone',
    access: 'admin',
    // The trail goes too; the log of the server tells who asked.
    audited: false,
    body: z.object({
      tenant: z
        .string()
        .min(1)
        .max(300)
        .describe('The display name of the organization or the tenant id, to be typed.'),
    }),
    status: 202,
    response: null,
  }),
  readmitPerson: endpoint({
    method: 'post',
    path: '/api/privacy/people/{id}/readmit',
    summary: 'Let somebody in again who was erased; what was kept of them stays erased',
    access: 'admin',
    params: guidParam,
    status: 204,
    response: null,
  }),
} as const;
