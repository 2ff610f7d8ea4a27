import { z } from 'zod';

/** Every error of the API, as RFC 9457 describes it; the pane words it by `code`. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe('Stable; what the pane translates.'),
    detail: z.string().describe('What happened and what to do, in English.'),
    requestId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() }))
      .optional()
      .describe('Each field that is wrong; `body` alone when it is about no single field.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
