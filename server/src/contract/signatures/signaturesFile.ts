import { z } from 'zod';
import { assignmentRuleSchema, assignmentsSchema } from './assignments.ts';
import { imageId } from './composition.ts';
import { customFieldSchema, directoryFieldSchema, fieldRuleSchema } from './fields.ts';
import { instant, objectId } from '../scalars.ts';
import { brandSchema, signatureDesignSchema } from './signatures.ts';

/** Of the format. A higher one is refused; a change that older releases could misread raises it. */
export const signaturesFileVersion = 2;

/** Where rules name addressees: older releases would take such a rule for one about every mail. */
export const versionOf = (rules: readonly { readonly addressees?: readonly string[] | undefined }[]): 1 | 2 =>
  rules.some(({ addressees = [] }) => addressees.length > 0) ? 2 : 1;

/** Each is decoded and drawn anew. */
export const mostImagesInFile = 200;

const transferredSignature = z.object({
  id: objectId,
  name: z.string().trim().min(1).max(120),
  design: signatureDesignSchema,
});

const transferredImage = z.object({
  id: imageId,
  name: z.string().max(200),
  content: z.string().max(2_000_000).describe('Base64.'),
});

/** What an admin takes out of one tenant and brings into another, or back. */
export const signaturesFileSchema = z
  .object({
    format: z.literal('undersign-signatures'),
    version: z.literal([1, signaturesFileVersion]),
    exportedAt: instant,
    tenantId: objectId.describe('People, groups and units in rules are those of this tenant.'),
    signatures: z.array(transferredSignature).max(500),
    assignments: assignmentsSchema.nullable(),
    brand: brandSchema.nullable(),
    fields: z
      .object({
        rules: z.record(z.string().max(128), fieldRuleSchema),
        custom: z.array(customFieldSchema).max(50),
        directory: z.array(directoryFieldSchema).optional(),
      })
      .nullable(),
    images: z.array(transferredImage).max(mostImagesInFile).describe('Those that the signatures and the brand show.'),
  })
  .meta({ id: 'SignaturesFile' });

/** The parts one by one, so that one that cannot be read keeps none of the others back. */
export const transferredParts = {
  signature: transferredSignature,
  image: transferredImage,
  rule: assignmentRuleSchema,
  otherwise: assignmentsSchema.omit({ rules: true }),
  brand: brandSchema,
  fieldRule: fieldRuleSchema,
  customField: customFieldSchema,
  directoryField: directoryFieldSchema,
} as const;

export const importRequestSchema = z
  .object({
    file: z.record(z.string(), z.unknown()).describe('A SignaturesFile.'),
    take: z
      .array(z.string().max(120))
      .max(3000)
      .nullable()
      .default(null)
      .describe('Keys of the items to import, as the preview names them; null: all that can be.'),
  })
  .meta({ id: 'ImportRequest' });

export const importReportSchema = z
  .object({
    exportedAt: z.string(),
    isOfThisTenant: z.boolean(),
    items: z.array(
      z.object({
        key: z.string(),
        kind: z.enum([
          'image',
          'brand',
          'customField',
          'directoryField',
          'fieldRule',
          'signature',
          'rule',
          'otherwise',
        ]),
        name: z.string(),
        action: z
          .enum(['new', 'changed', 'same', 'refused'])
          .describe('What an import does, or did: nothing where it is the same or refused.'),
        reason: z.object({ code: z.string(), message: z.string() }).nullable().describe('Why it is refused.'),
      }),
    ),
  })
  .meta({ id: 'ImportReport' });

export type SignaturesFile = z.infer<typeof signaturesFileSchema>;
export type ImportReport = z.infer<typeof importReportSchema>;
