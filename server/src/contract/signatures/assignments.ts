import { z } from 'zod';
import { addresseeSchema, mostAddressees, mostAddresseesOfRule } from './addressee.ts';
import { conditionSchema } from './composition.ts';
import { insideDomainSchema } from './insideDomain.ts';
import { composeTypeSchema } from './me.ts';
import { localDate, objectId, timeZone } from '../scalars.ts';
import { pickedSchema } from '../people/selection.ts';

export const assignmentOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signature'), signatureId: objectId }),
  z.object({ kind: z.literal('builtIn') }),
  z.object({ kind: z.literal('none') }),
]);

const also = z
  .array(objectId)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'The same signature is listed twice.')
  .optional()
  .describe(
    'Signatures that people may choose by hand for a mail they write; what they get by themselves stays the same. Left out: none.',
  );

const mailbox = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/, 'Write a mail address.');

export const assignmentRuleSchema = z
  .object({
    id: z
      .string()
      .min(1)
      .max(40)
      .regex(/^[\w-]+$/),
    name: z.string().trim().max(120),
    enabled: z.boolean(),
    outcome: assignmentOutcomeSchema,
    also,
    people: z.array(pickedSchema).max(2000),
    groups: z.array(pickedSchema).max(200),
    units: z.array(pickedSchema).max(200),
    condition: conditionSchema.nullable(),
    composeTypes: z.array(composeTypeSchema).max(3),
    mailboxes: z.array(mailbox).max(200),
    recipients: z.enum(['any', 'internal', 'external']),
    addressees: z
      .array(addresseeSchema)
      .max(mostAddresseesOfRule)
      .overwrite((addressees) => [...new Set(addressees)])
      .optional()
      .describe(
        'Mail addresses and domains of which at least one must be addressed. A subdomain counts where it is listed itself. A web address becomes its domain. Left out: whoever is addressed.',
      ),
    from: localDate.nullable(),
    until: localDate.nullable(),
    timeZone,
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    path: ['until'],
    message: 'must not be before the first day',
  })
  .meta({ id: 'AssignmentRule' });

export const assignmentsSchema = z
  .object({
    rules: z
      .array(assignmentRuleSchema)
      .max(200)
      .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'The same id is listed twice.')
      .refine(
        (rules) => rules.reduce((sum, { addressees = [] }) => sum + addressees.length, 0) <= mostAddressees,
        `All rules together can name ${mostAddressees} addressees. Write a domain in the place of many addresses.`,
      ),
    otherwise: assignmentOutcomeSchema,
    also,
    otherMailbox: z
      .enum(['mine', 'theirs', 'none'])
      .optional()
      .describe(
        'Whose signature it is where somebody writes from the mailbox of another teammate, shared ones too. Left out: mine. A rule about that mailbox goes before.',
      ),
    insideDomains: z
      .array(insideDomainSchema)
      .max(100)
      .overwrite((domains) => [...new Set(domains)])
      .optional()
      .describe(
        "Domains whose people rules about recipients take for colleagues too, beside the tenant's own, which are not kept here. A subdomain counts where it is listed itself. A mail or web address becomes its domain. Left out: none.",
      ),
  })
  .meta({ id: 'Assignments' });

export const savedAssignmentsSchema = z
  .object({ assignments: assignmentsSchema, revision: z.number().int().min(0) })
  .meta({ id: 'SavedAssignments' });

export const effectRequestSchema = z.object({ assignments: assignmentsSchema }).meta({ id: 'EffectRequest' });

const person = z.object({ id: objectId, displayName: z.string() });

/** What the rules would do on new mail today, beside what the saved ones do. */
export const effectSchema = z
  .object({
    people: z.number().int(),
    rules: z.array(
      z.object({
        id: z.string(),
        /** Get their signature by this rule. */
        decides: z.number().int(),
        /** Match it, though an earlier rule may have decided. */
        matches: z.number().int(),
        /** Whether its days are still to come, are now or are past, in its time zone. */
        days: z.enum(['before', 'now', 'over']),
        sample: z.array(person),
      }),
    ),
    otherwise: z.number().int(),
    /** Get nothing. */
    none: z.number().int(),
    changed: z.object({ count: z.number().int(), sample: z.array(person) }),
    gone: z.array(objectId).describe('Groups and units that rules ask about and the directory no longer has.'),
    notRead: z
      .array(objectId)
      .describe('Groups and units that rules ask about and the last sync did not read: nobody counts as a member yet.'),
    notPermitted: z
      .array(objectId)
      .describe('Those of them that no sync reads, because the permission to read them is missing.'),
  })
  .meta({ id: 'AssignmentEffect' });

export const tryRequestSchema = z
  .object({
    teammateId: objectId,
    composeType: composeTypeSchema.default('newMail'),
    /** Address in From; null: the person's own. */
    from: z.string().max(320).nullable().default(null),
    /** Left out where `to` says it. */
    recipients: z.enum(['internal', 'external']).nullable().default(null),
    /** Address of somebody addressed, or their domain; null: nobody is known. */
    to: addresseeSchema.nullable().default(null),
    /** Local date; null: today. */
    date: localDate.nullable().default(null),
  })
  .meta({ id: 'TryRequest' });

/** Why a rule was passed over; null: it decided. */
const miss = z.enum([
  ...(['off', 'person', 'condition', 'composeType', 'mailbox', 'recipients', 'date', 'unpublished'] as const),
  'otherMailbox',
]);

const trace = z.array(z.object({ ruleId: z.string().nullable(), name: z.string(), missed: miss.nullable() }));

export const triedSchema = z
  .object({
    trace: trace.describe(
      "The writer's rules, earlier ones first, up to the one that decided; `ruleId` null is the one for everybody else.",
    ),
    otherMailbox: z
      .object({ setting: z.enum(['theirs', 'none']), owner: person, trace })
      .nullable()
      .describe(
        "Where the tenant's choice for mail from another teammate's mailbox decided in place of them: which, whose mailbox it is, and with `theirs` the rules as they are about that teammate.",
      ),
    outcome: assignmentOutcomeSchema,
    signatureName: z.string().nullable(),
    html: z.string(),
    text: z.string(),
    characters: z.number().int(),
  })
  .meta({ id: 'Tried' });

export type Assignments = z.infer<typeof assignmentsSchema>;
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;
export type AssignmentOutcome = z.infer<typeof assignmentOutcomeSchema>;
export type SavedAssignments = z.infer<typeof savedAssignmentsSchema>;
export type AssignmentEffect = z.infer<typeof effectSchema>;
export type TryRequest = z.infer<typeof tryRequestSchema>;
export type Tried = z.infer<typeof triedSchema>;
