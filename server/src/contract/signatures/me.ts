import { z } from 'zod';
import { fieldLabelsSchema, overrideKindSchema } from './fields.ts';
import { instant, objectId } from '../scalars.ts';

export const composeTypeSchema = z.enum(['newMail', 'reply', 'forward']);

export const mySignatureQuerySchema = z.object({
  composeType: composeTypeSchema.default('newMail'),
  /**
   * Whatever stands in From: an alias, a shared mailbox, an X500 name. Rules may give another signature for a mailbox, and
   * the tenant decides whose it is where the mailbox is another teammate's. An unknown address is the person's own.
   */
  from: z.string().optional(),
  recipients: z
    .enum(['internal', 'external'])
    .optional()
    .describe('Whether anybody outside the tenant is addressed; leave it out where nobody knows.'),
  addressed: z
    .string()
    .max(8000)
    .optional()
    .describe('Which of the `addressees` that were told are addressed, with commas between them.'),
  signature: objectId
    .optional()
    .describe(
      'One of those that may be chosen for this mail by hand, in place of what comes by itself; any other is a 404.',
    ),
  client: z
    .string()
    .max(200)
    .optional()
    .describe('The Outlook that asks, such as `Outlook/16.0.18025.20000`; shown to admins among those it has reached.'),
  problem: z.string().max(200).optional().describe('What went wrong in that Outlook since it last asked, as a code.'),
  format: z.enum(['html', 'text']).optional().describe('Leave out for both.'),
  images: z
    .enum(['hosted', 'attached'])
    .default('hosted')
    .describe(
      'attached: whoever asks can attach images. Where the signature wants that, they come as `parts`, and its HTML names ' +
        'them as `cid:`. Otherwise every image has an address on this server.',
    ),
});

export const teammateSignatureQuerySchema = mySignatureQuerySchema.omit({
  ...{ from: true, signature: true, client: true, problem: true },
});

export const choosableQuerySchema = mySignatureQuerySchema.pick({
  ...{ composeType: true, from: true, recipients: true, addressed: true },
});

export const choosableSchema = z
  .object({
    items: z
      .array(
        z.object({
          kind: z.enum(['signature', 'builtIn', 'none']),
          id: objectId.nullable().describe('Null for the built-in one, and for none.'),
          name: z.string().nullable(),
          isAutomatic: z.boolean().describe('It comes by itself.'),
        }),
      )
      .describe('What comes by itself first. Who is addressed counts for that one only: what is chosen stays.'),
  })
  .meta({ id: 'ChoosableSignatures' });

/** An image that travels within the mail. */
export const mailPartSchema = z.object({
  name: z.string().describe('File name of the attachment, and what stands behind `cid:`. Same content, same name.'),
  contentType: z.enum(['image/png', 'image/jpeg', 'image/gif']),
  bytes: z.number().int(),
  content: z.string().describe('Base64.'),
});

export const renderedSignatureSchema = z
  .object({
    teammateId: z.string(),
    composeType: composeTypeSchema,
    /** Null when only the other format was asked for. */
    html: z.string().nullable(),
    text: z.string().nullable(),
    /** Same content, same hash. */
    hash: z.string(),
    parts: z
      .array(mailPartSchema)
      .describe('Images to attach, inline, before the HTML is set; none unless `images=attached` was asked for.'),
    rule: z
      .string()
      .nullable()
      .describe(
        'Name of the assignment rule that chose it; empty where it has none. Null: no rule is about this mail, and it is what everybody else gets, or what the tenant chose for mail from other mailboxes, or a person by hand.',
      ),
    internalDomains: z
      .array(z.string())
      .nullable()
      .describe(
        'The domains of the tenant, and those whose people count as colleagues too, where a rule asks who is addressed: ask again with `recipients` once that is known. Null: no rule does.',
      ),
    addressees: z
      .array(z.string())
      .describe(
        'Mail addresses and domains that rules ask about, IDN in both spellings: ask again with `addressed` once some of them are. None: no rule does.',
      ),
  })
  .meta({ id: 'RenderedSignature' });

export const meSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    /** Null while this person is not a teammate. */
    teammateId: z.string().nullable(),
    status: z.enum(['active', 'disabled', 'none']).describe('none: never was a teammate, or no longer is.'),
    addresses: z.array(z.string()).describe('Those we keep of this person; none while they are no teammate.'),
    fields: z
      .array(
        z.object({
          key: z.string(),
          labels: fieldLabelsSchema.nullable(),
          kind: overrideKindSchema.describe('What a value must be.'),
          value: z.string().describe('As signatures show it.'),
          own: z.string().describe('What was set by hand; empty: nothing.'),
          hidden: z.boolean(),
          hideable: z.boolean(),
          directory: z.string(),
          needsApproval: z.boolean().describe('What is filled in waits until an admin approves it.'),
          waiting: z
            .object({ value: z.string(), at: instant })
            .nullable()
            .describe('What was proposed and waits; empty: to leave it out.'),
          refused: z
            .object({ value: z.string(), at: instant, by: z.string(), reason: z.string() })
            .nullable()
            .describe('What an admin did not want, until something else is proposed or it is put away.'),
        }),
      )
      .describe('The fields this person may fill in themselves; none while they are not a teammate.'),
    overridesRevision: z.string().nullable().describe('Hand it back to set values.'),
  })
  .meta({ id: 'Me' });

export type Me = z.infer<typeof meSchema>;
export type RenderedSignature = z.infer<typeof renderedSignatureSchema>;
export type ChoosableSignature = z.infer<typeof choosableSchema>['items'][number];
export type ComposeType = z.infer<typeof composeTypeSchema>;
