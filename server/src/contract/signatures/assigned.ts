import { z } from 'zod';
import { csvQuerySchema } from '../csvQuery.ts';
import { endpoint } from '../endpoint.ts';
import { cursorQuery, pageOf } from '../paging.ts';
import { objectId, searchParameter } from '../scalars.ts';
import { assignmentOutcomeSchema } from './assignments.ts';
import { composeTypeSchema } from './me.ts';

const only = z.literal('1').optional();

const assignedFilterSchema = z.object({
  composeType: composeTypeSchema.default('newMail'),
  ruleId: z.string().min(1).max(40).optional().describe('Only those about whom this rule decides.'),
  signatureId: objectId.optional().describe('Only those who get this signature, by whichever rule.'),
  otherwise: only.describe('Only those about whom no rule decides.'),
  none: only.describe('Only those who get no signature.'),
  search: searchParameter,
});

const assignedPageSchema = pageOf(
  z.object({
    id: z.string(),
    displayName: z.string(),
    mail: z.string().nullable(),
    rule: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('The rule that decided. Null: no rule did, and it is what everybody else gets.'),
    outcome: assignmentOutcomeSchema,
    signatureName: z.string().nullable().describe('Null where it is the built-in one, or none.'),
  }),
).meta({ id: 'AssignedPage' });

/** Who has which signature, person by person. */
export const assignedEndpoints = {
  listAssigned: endpoint({
    method: 'get',
    path: '/api/assignments/people',
    summary:
      'Active teammates by name with the signature that the saved rules give them today, and the rule that decides; a page may have fewer than asked for, or none',
    access: 'auditor',
    scope: 'signatures:read',
    query: cursorQuery.extend(assignedFilterSchema.shape),
    status: 200,
    response: assignedPageSchema,
  }),
  exportAssigned: endpoint({
    method: 'get',
    path: '/api/assignments/people/export',
    summary: 'The same as a file for a spreadsheet, every page of it',
    access: 'auditor',
    scope: 'signatures:read',
    audited: true,
    query: assignedFilterSchema.extend(csvQuerySchema.shape),
    status: 200,
    response: null,
    contentType: 'text/csv',
  }),
} as const;

export type AssignedQuery = z.output<typeof assignedFilterSchema>;
export type AssignedFilter = z.input<typeof assignedFilterSchema>;
export type AssignedRow = z.infer<typeof assignedPageSchema>['items'][number];
