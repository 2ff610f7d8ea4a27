import { z } from 'zod';
import { csvQuerySchema } from '../csvQuery.ts';
import { endpoint } from '../endpoint.ts';
import { objectId } from '../scalars.ts';
import { overrideValueSchema } from './overrideValue.ts';
import { lastDaySchema } from './teammates.ts';

/** Values that are set at once: each stands in the audit trail, and no entry of that holds more. */
export const mostValuesAtOnce = 50;

/** Of a file, without its first. */
export const mostRows = 5000;

const changes = z.record(z.string().max(128), overrideValueSchema);

export const setManyOverridesSchema = z
  .object({
    people: z
      .array(
        z.object({
          id: objectId,
          overridesRevision: z
            .string()
            .max(64)
            .optional()
            .describe('Where it is another by now, the person is left alone.'),
          overrides: changes,
        }),
      )
      .min(1)
      .max(mostValuesAtOnce)
      .refine(
        (people) => people.reduce((sum, { overrides }) => sum + Object.keys(overrides).length, 0) <= mostValuesAtOnce,
        {
          message: `There can be at most ${String(mostValuesAtOnce)} values at once. Send the others after them.`,
        },
      )
      .refine((people) => new Set(people.map(({ id }) => id)).size === people.length, {
        message: 'Somebody is in the list twice.',
      }),
    until: lastDaySchema.optional(),
  })
  .meta({ id: 'SetManyOverrides' });

export const manyOverridesSetSchema = z
  .object({
    items: z.array(
      z.object({
        id: objectId,
        outcome: z
          .enum(['changed', 'same', 'changedMeanwhile', 'gone', 'invalid'])
          .describe(
            'same: it was so already. changedMeanwhile: somebody else set other values. gone: no such teammate.',
          ),
        code: z.string().nullable().describe('What is wrong with a value.'),
        changes: z
          .array(z.object({ key: z.string(), old: overrideValueSchema, new: overrideValueSchema }))
          .describe('What was set by hand before, and is now.'),
      }),
    ),
  })
  .meta({ id: 'ManyOverridesSet' });

const problem = z.object({ column: z.string().nullable(), code: z.string() });

export const overridesFileSchema = z
  .object({
    rows: z.array(
      z.object({
        line: z.number().int().describe('Where the row begins in the file, counted from 1.'),
        person: z.string().describe('As the file has it.'),
        teammate: z
          .object({ id: objectId, displayName: z.string(), overridesRevision: z.string() })
          .nullable()
          .describe('Null: nobody, or more than one row is about them.'),
        changes: z.array(
          z.object({
            key: z.string(),
            old: z.string(),
            new: overrideValueSchema,
          }),
        ),
        problems: z.array(problem),
      }),
    ),
    encoding: z
      .enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
      .describe('How it was read; windows-1252 is a guess, where it is no UTF.'),
    /** Without those that name the people, and those without a name. */
    columns: z.array(z.object({ name: z.string(), key: z.string().nullable().describe('Null: it is left out.') })),
  })
  .meta({ id: 'OverridesFile' });

const csvTypes = ['text/csv', 'application/vnd.ms-excel', 'text/plain', 'application/octet-stream'];

export const overridesEndpoints = {
  setManyOverrides: endpoint({
    method: 'post',
    path: '/api/overrides',
    summary: 'Set values of several teammates by hand; what is so already stays as it is',
    access: 'admin',
    scope: 'values:write',
    body: setManyOverridesSchema,
    bodyLimit: 256 * 1024,
    status: 200,
    response: manyOverridesSetSchema,
  }),
  overridesTemplate: endpoint({
    method: 'get',
    path: '/api/overrides/file',
    summary: 'An empty CSV with a column for each field that can be set by hand',
    access: 'admin',
    scope: 'values:write',
    query: csvQuerySchema,
    status: 200,
    response: null,
    contentType: 'text/csv',
  }),
  previewOverridesFile: endpoint({
    method: 'post',
    path: '/api/overrides/file',
    summary: 'What a CSV would set by hand, row by row, and what is wrong with it; stores nothing',
    access: 'admin',
    scope: 'values:write',
    audited: false,
    upload: { contentTypes: csvTypes, limit: 2 * 1024 * 1024 },
    status: 200,
    response: overridesFileSchema,
  }),
} as const;

export type OverridesFile = z.infer<typeof overridesFileSchema>;
export type SetManyOverrides = z.infer<typeof setManyOverridesSchema>;
export type ManyOverridesSet = z.infer<typeof manyOverridesSetSchema>;
