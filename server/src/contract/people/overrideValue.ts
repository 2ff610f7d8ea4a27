import { z } from 'zod';

const hiddenSchema = z
  .object({ hidden: z.literal(true) })
  .meta({ id: 'Hidden', description: 'In place of a value: the field stays out of this person’s signature.' });

/** A value set by hand, as it is asked for and told. */
export const overrideValueSchema = z
  .union([z.string().max(2000), hiddenSchema])
  .nullable()
  .describe('Null: none, so that the value of the directory counts. `{"hidden": true}`: the field is left out.');

export type OverrideValue = z.infer<typeof overrideValueSchema>;
