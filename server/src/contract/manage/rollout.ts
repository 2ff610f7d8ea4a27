import { z } from 'zod';
import { csvQuerySchema } from '../csvQuery.ts';
import { endpoint, guidParam } from '../endpoint.ts';
import { cursorQuery, pageOf } from '../paging.ts';

const outlookClientSchema = z.enum(['web', 'newWindows', 'classic', 'mac', 'ios', 'android', 'other']);

export const rolloutSchema = z
  .object({
    active: z.number().int(),
    seen: z.number().int().describe('Of them, those whose Outlook has asked for a signature at least once.'),
    problems: z.number().int().describe('Those with whom something went wrong lately.'),
    clients: z
      .array(z.object({ client: outlookClientSchema, people: z.number().int() }))
      .describe('By the client each used last; those nobody uses are left out.'),
  })
  .meta({ id: 'Rollout' });

const seen = {
  clients: z
    .array(z.object({ client: outlookClientSchema, version: z.string(), seenOn: z.iso.date() }))
    .describe('The newest first; empty: never seen.'),
  problem: z.object({ code: z.string(), on: z.iso.date() }).nullable(),
};

export const rolloutPageSchema = pageOf(
  z.object({ teammateId: z.string(), displayName: z.string(), mail: z.string().nullable(), ...seen }),
).meta({ id: 'RolloutPage' });

const teammateOutlookSchema = z.object(seen).meta({ id: 'TeammateOutlook' });

export const rolloutViewSchema = z.enum(['all', 'never', 'problems']);

export const rolloutEndpoints = {
  getRollout: endpoint({
    method: 'get',
    path: '/api/rollout',
    summary: 'How far the add-in has reached the teammates',
    access: 'auditor',
    scope: 'reports:read',
    status: 200,
    response: rolloutSchema,
  }),
  listRollout: endpoint({
    method: 'get',
    path: '/api/rollout/people',
    summary: 'Active teammates by name, with where their Outlook was last seen; a page may have fewer than asked for',
    access: 'auditor',
    scope: 'reports:read',
    query: cursorQuery.extend({ view: rolloutViewSchema.default('all') }),
    status: 200,
    response: rolloutPageSchema,
  }),
  exportRollout: endpoint({
    method: 'get',
    path: '/api/rollout/people/export',
    summary: 'The same as a file for a spreadsheet, one Outlook on each line',
    access: 'auditor',
    scope: 'reports:read',
    audited: true,
    query: csvQuerySchema.extend({ view: rolloutViewSchema.default('all') }),
    status: 200,
    response: null,
    contentType: 'text/csv',
  }),
  teammateOutlook: endpoint({
    method: 'get',
    path: '/api/teammates/{id}/outlook',
    summary: 'In which Outlook a teammate was last seen, and what last went wrong there',
    access: 'auditor',
    params: guidParam,
    status: 200,
    response: teammateOutlookSchema,
  }),
} as const;

export type Rollout = z.infer<typeof rolloutSchema>;
export type RolloutPerson = z.infer<typeof rolloutPageSchema>['items'][number];
export type TeammateOutlook = z.infer<typeof teammateOutlookSchema>;
export type RolloutView = z.infer<typeof rolloutViewSchema>;
