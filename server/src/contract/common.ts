import { z } from 'zod';

/** Directory object ids are GUIDs. */
export const objectId = z.guid().overwrite((id) => id.toLowerCase());
export const instant = z.iso.datetime();

export const cursorQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    cursor: z.string().nullable().describe('Hand this back to get the next page; null on the last.'),
  });

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
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('For an invalid request: each field that is wrong.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
