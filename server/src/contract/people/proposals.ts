import { z } from 'zod';
import { endpoint, guidParam } from '../endpoint.ts';
import { fieldLabelsSchema, overrideKindSchema } from '../signatures/fields.ts';
import { cursorQuery, pageOf } from '../paging.ts';
import { instant, objectId } from '../scalars.ts';

/** What one teammate proposed for their own fields. */
export const proposalsSchema = z
  .object({
    teammateId: objectId,
    displayName: z.string(),
    mail: z.string().nullable(),
    fields: z.array(
      z.object({
        key: z.string(),
        labels: fieldLabelsSchema
          .nullable()
          .describe('What a field of the tenant’s own is called; null: a built-in one.'),
        kind: overrideKindSchema.nullable().describe('Null: it can no longer be set by hand, only refused.'),
        value: z.string().describe('What the person proposes; empty: to leave it out.'),
        override: z.string().describe('What is set by hand now; empty: nothing.'),
        hidden: z.boolean().describe('Whether it is left out by hand now.'),
        directory: z.string(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'Proposals' });

export const proposalsPageSchema = pageOf(proposalsSchema)
  .extend({ total: z.number().int().nullable().describe('People of whom something waits; on the first page alone.') })
  .meta({ id: 'ProposalsPage' });

export const decideProposalSchema = z
  .object({
    field: z.string().max(128),
    value: z.string().max(256).describe('What was seen waiting; where something else does by now, nothing is decided.'),
    decision: z.enum(['approve', 'refuse']),
    reason: z.string().trim().max(500, 'must be at most 500 characters').optional().describe('Told with a refusal.'),
  })
  .meta({ id: 'DecideProposal' });

export const proposalEndpoints = {
  listProposals: endpoint({
    method: 'get',
    path: '/api/proposals',
    summary: 'What teammates filled in that waits for approval, by person, longest first',
    access: 'auditor',
    query: cursorQuery,
    status: 200,
    response: proposalsPageSchema,
  }),
  decideProposal: endpoint({
    method: 'post',
    path: '/api/proposals/{id}',
    summary: 'Approve or refuse what a teammate proposed for one field',
    access: 'admin',
    params: guidParam,
    body: decideProposalSchema,
    status: 204,
    response: null,
  }),
} as const;

export type ProposalsOfPerson = z.infer<typeof proposalsSchema>;
export type ProposalsPage = z.infer<typeof proposalsPageSchema>;
