import { z } from 'zod';

/** How many teammates there are of each status. */
export const teammateTotalSchema = z.object({
  active: z.number().int(),
  disabled: z.number().int(),
  removed: z.number().int(),
});

export type TeammateTotal = z.infer<typeof teammateTotalSchema>;
