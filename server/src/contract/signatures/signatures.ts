import { z } from 'zod';
import { color, compositionSchema, fontFamily, imageId, webAddress } from './composition.ts';
import { composeTypeSchema, mailPartSchema } from './me.ts';
import { instant, objectId } from '../scalars.ts';
import { signatureName as name, signatureSummarySchema } from './signatureList.ts';

const mailDesign = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('composition'), composition: compositionSchema }),
  z.object({ kind: z.literal('html'), html: z.string().max(100_000, 'must be at most 100,000 characters') }),
]);

export const signatureDesignSchema = z
  .object({
    newMail: mailDesign,
    reply: z.union([mailDesign, z.object({ kind: z.enum(['sameAsNew', 'none']) })]),
    forward: z.union([mailDesign, z.object({ kind: z.enum(['sameAsNew', 'sameAsReply', 'none']) })]),
    images: z
      .enum(['hosted', 'attached'])
      .describe(
        'hosted: mail programs fetch images from this server. attached: they travel within the mail, where Outlook can ' +
          'attach them; elsewhere they are hosted all the same.',
      ),
  })
  .meta({ id: 'SignatureDesign' });

export const signatureSchema = signatureSummarySchema
  .extend({
    draft: signatureDesignSchema,
    /** Hand it back with the next change; somebody else's change in between is a 409. */
    revision: z.number().int(),
  })
  .meta({ id: 'Signature' });

export const createSignatureSchema = z.object({ name, design: signatureDesignSchema }).meta({ id: 'CreateSignature' });

export const putSignatureSchema = z
  .object({ name, draft: signatureDesignSchema, revision: z.number().int().min(1) })
  .meta({ id: 'PutSignature' });

export const signatureRevisionSchema = z
  .object({ revision: z.number().int().min(1) })
  .meta({ id: 'SignatureRevision' });

export const signatureVersionSchema = z
  .object({ version: z.number().int(), name, at: instant, by: z.string(), design: signatureDesignSchema })
  .meta({ id: 'SignatureVersion' });

/** Newest first; the last fifty are kept. */
export const signatureVersionsSchema = z
  .object({ items: z.array(signatureVersionSchema.omit({ design: true })) })
  .meta({ id: 'SignatureVersions' });

export const versionParams = z.object({ id: objectId, version: z.coerce.number().int().min(1) });

export const renderRequestSchema = z
  .object({
    design: signatureDesignSchema,
    composeType: composeTypeSchema,
    /** Empty: the fullest, the emptiest and the longest teammate, chosen here. */
    teammateIds: z.array(objectId).max(5),
    images: z
      .enum(['hosted', 'attached'])
      .default('hosted')
      .describe('attached: images that the design wants within the mail come as `parts`, to try it in a mail.'),
  })
  .meta({ id: 'RenderRequest' });

const ghost = z.object({
  /** Of the row or block that is not shown for this person. */
  id: z.string(),
  reason: z.enum(['blank', 'condition', 'date']),
  /** Fields that are blank. */
  fields: z.array(z.string()),
});

export const renderedDesignSchema = z
  .object({
    items: z.array(
      z.object({
        teammate: z.object({ id: objectId, displayName: z.string() }),
        /** Why this person was chosen; null where they were asked for. */
        chosenAs: z.enum(['fullest', 'emptiest', 'longest']).nullable(),
        html: z.string(),
        text: z.string(),
        parts: z.array(mailPartSchema).describe('None unless `images=attached` was asked for.'),
        ghosts: z.array(ghost),
        fields: z.record(z.string(), z.string()).describe('What a signature writes of each field that is not blank.'),
        photos: z
          .object({ person: z.string().nullable(), manager: z.string().nullable() })
          .describe('Addresses of square photos; null where there is none.'),
        codes: z
          .record(z.string(), z.string())
          .describe('Addresses of QR codes by block; those with nothing in them, or no room, are not there.'),
        /** What is wrong with it for this person, as in a check. */
        problem: z.object({ code: z.string(), message: z.string(), blockId: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'RenderedDesign' });

export const findingSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    composeType: composeTypeSchema,
    blockId: z.string().nullable(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    /** How many people it concerns; null where it is about the design itself. */
    people: z.number().int().nullable(),
    /** The worst ten. */
    worst: z.array(z.object({ id: objectId, displayName: z.string() })),
  })
  .meta({ id: 'SignatureFinding' });

/** A check goes over everybody in pieces: ask again with the cursor until it is null. */
export const checkRequestSchema = z
  .object({ design: signatureDesignSchema, cursor: z.string().max(2000).nullable() })
  .meta({ id: 'CheckRequest' });

export const checkReportSchema = z
  .object({
    cursor: z.string().nullable(),
    /** People looked at in this piece. */
    checked: z.number().int(),
    findings: z.array(findingSchema),
    longest: z.number().int().describe('Characters of the longest HTML in this piece.'),
  })
  .meta({ id: 'CheckReport' });

export const galleryItemSchema = z
  .object({ key: z.string(), design: signatureDesignSchema })
  .meta({ id: 'GalleryItem' });

export const gallerySchema = z.object({ items: z.array(galleryItemSchema) }).meta({ id: 'Gallery' });

export const brandSchema = z
  .object({
    logo: imageId.nullable(),
    colors: z.object({ accent: color, text: color, muted: color }),
    fontFamily,
    website: z.union([z.literal(''), webAddress]),
  })
  .meta({ id: 'Brand' });

export const savedBrandSchema = z
  .object({ brand: brandSchema, revision: z.number().int().min(0) })
  .meta({ id: 'SavedBrand' });

/** A pasted signature, as HTML or text, of the teammate whose values are looked for in it. */
export const recogniseRequestSchema = z
  .object({ html: z.string().max(2_000_000), teammateId: objectId.nullable() })
  .meta({ id: 'RecogniseRequest' });

export const recognisedSchema = z
  .object({
    design: signatureDesignSchema,
    teammateId: objectId.nullable().describe('Whose values were looked for; null: whoever asks, who is no teammate.'),
    /** What was found and which field takes its place. */
    found: z.array(z.object({ text: z.string(), field: z.string() })),
    /** Placeholders of other products that mean nothing here. */
    unknown: z.array(z.string()),
    lostImages: z
      .number()
      .int()
      .describe('Pictures that are not taken along, because only the computer or mail they were copied from has them.'),
    staying: z
      .array(z.object({ text: z.string(), isOwn: z.boolean() }))
      .describe(
        'Numbers and addresses that are the same for everybody, twenty at most; `isOwn`: it looks like one of whoever the signature is from.',
      ),
  })
  .meta({ id: 'Recognised' });

export const storedImageSchema = z
  .object({
    id: imageId,
    name: z.string(),
    contentType: z.enum(['image/png', 'image/jpeg', 'image/gif']),
    width: z.number().int(),
    height: z.number().int(),
    bytes: z.number().int(),
    addedAt: instant,
  })
  .meta({ id: 'StoredImage' });

export const imageListSchema = z.object({ items: z.array(storedImageSchema) }).meta({ id: 'ImageList' });
export const imageParams = z.object({ id: imageId });
export const uploadQuerySchema = z.object({ name: z.string().trim().max(200).default('') });

export type SignatureDesign = z.infer<typeof signatureDesignSchema>;
export type MailDesign = z.infer<typeof mailDesign>;
export type Signature = z.infer<typeof signatureSchema>;
export type RenderedDesign = z.infer<typeof renderedDesignSchema>;
export type SignatureFinding = z.infer<typeof findingSchema>;
export type CheckReport = z.infer<typeof checkReportSchema>;
export type GalleryItem = z.infer<typeof galleryItemSchema>;
export type Brand = z.infer<typeof brandSchema>;
export type Recognised = z.infer<typeof recognisedSchema>;
export type StoredImage = z.infer<typeof storedImageSchema>;
