import { z } from 'zod';
import { instant, objectId } from '../scalars.ts';

export const signatureName = z.string().trim().min(1, 'Give it a name.').max(120, 'must be at most 120 characters');

/** draft: never published. changed: published, and the draft says something else since. */
const signatureState = z.enum(['draft', 'published', 'changed']);

export const signatureSummarySchema = z
  .object({
    id: objectId,
    name: signatureName,
    state: signatureState,
    publishedVersion: z.number().int().nullable(),
    publishedAt: instant.nullable(),
    updatedAt: instant,
    updatedBy: z.string(),
    usedInRules: z
      .number()
      .int()
      .describe('How many assignment rules give it or let people choose it, the one for everybody else included.'),
  })
  .meta({ id: 'SignatureSummary' });

export const signatureListSchema = z.object({ items: z.array(signatureSummarySchema) }).meta({ id: 'SignatureList' });

export const deletedSignaturesSchema = z
  .object({
    items: z.array(
      z.object({
        id: objectId,
        name: signatureName,
        deletedAt: instant,
        restorableUntil: instant.describe('It is forgotten then, with its versions.'),
      }),
    ),
  })
  .meta({ id: 'DeletedSignatures' });

export type SignatureSummary = z.infer<typeof signatureSummarySchema>;
export type DeletedSignatures = z.infer<typeof deletedSignaturesSchema>;
