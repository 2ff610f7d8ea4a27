import { z } from 'zod';
import { cursorQuery, pageOf } from '../paging.ts';
import { csvQuerySchema } from '../csvQuery.ts';
import { instant, objectId } from '../scalars.ts';
import { roleSchema } from './session.ts';

export const auditOutcomeSchema = z.enum(['done', 'refused', 'failed']);

const changeSchema = z.object({ field: z.string(), old: z.string().nullable(), new: z.string().nullable() });

const entrySchema = z
  .object({
    id: z.string(),
    at: instant,
    person: z.object({ id: z.string(), displayName: z.string() }),
    role: z.enum([...roleSchema.options, 'apiKey']).describe('As which they did it; apiKey: a program with a key.'),
    action: z.string().describe('The operationId of this description, or signIn.'),
    outcome: auditOutcomeSchema,
    code: z.string().nullable().describe('Why it was refused or failed.'),
    subject: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    changes: z.array(changeSchema).describe('What stood there before and after, as text, each at most 200 characters.'),
    people: z
      .array(z.object({ id: z.string(), displayName: z.string() }))
      .describe(
        'Those whom fields of changes name as `person.<id>`, as they are called now; who is gone is not among them.',
      ),
    more: z.number().int().describe('How many changes more there were.'),
    address: z.string().describe('The network it came from, without the machine.'),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEntry' });

const filter = z.object({
  personId: objectId.optional().describe('Of who did it.'),
  action: z.string().max(60).optional(),
  subjectId: z.string().max(200).optional().describe('What it was about, alone or among others.'),
  outcome: auditOutcomeSchema.optional(),
  at: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be a year, a month or a day, such as 2026-11-28')
    .optional()
    .describe('A year, a month or a day in UTC.'),
});

export const auditQuerySchema = cursorQuery.extend(filter.shape);
export const auditExportQuerySchema = filter.extend(csvQuerySchema.shape);
export const auditPageSchema = pageOf(entrySchema)
  .describe('Newest first. A page may hold fewer than asked for, or none; its cursor says whether there are more.')
  .meta({ id: 'AuditPage' });

export type AuditEntry = z.infer<typeof entrySchema>;
export type AuditFilter = z.infer<typeof filter>;
export type AuditPageQuery = z.output<typeof auditQuerySchema>;
