import { z } from 'zod';
import { objectId } from '../scalars.ts';

const label = z.string().trim().min(1, 'Say what the field is called.').max(60, 'must be at most 60 characters');

/** In a language that has none of its own, the English one is shown. */
export const fieldLabelsSchema = z.object({ en: label, nl: label, de: label.optional(), fr: label.optional() });

export const fieldSourceSchema = z
  .enum(['directory', 'override', 'kept', 'fallback', 'hidden', 'none'])
  .describe(
    'kept: what the directory said last. fallback: the words for whoever has none. hidden: left out. ' +
      'none: there is nothing to show.',
  );

export const overrideKindSchema = z.enum(['text', 'phone', 'mail', 'url', 'date']);

export const fieldRuleSchema = z
  .object({
    policy: z
      .enum(['overrideWins', 'directoryWins', 'fillIfEmpty', 'never'])
      .describe(
        'overrideWins: what was set by hand, else the directory. directoryWins: the directory alone. ' +
          'fillIfEmpty: what was set by hand only where the directory has nothing. never: in no signature.',
      ),
    blank: z
      .enum(['clear', 'keep', 'fallback'])
      .describe('What is shown where nobody filled anything in: nothing, what the directory said last, or `fallback`.'),
    fallback: z.string().trim().max(256, 'must be at most 256 characters'),
    format: z.enum(['asUsual', 'upper', 'capitalised', 'national']),
    editableBy: z
      .enum(['nobody', 'admin', 'teammateAsks', 'teammate'])
      .describe(
        'Admins may whatever teammates may. teammateAsks: what a teammate fills in waits until an admin approves it.',
      ),
  })
  .meta({ id: 'FieldRule' });

const customKeySchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'must begin with a small letter and hold letters and digits alone, at most 40');

export const customFieldSchema = z
  .object({
    key: customKeySchema.describe('The field is `person.custom.<key>` in designs.'),
    labels: fieldLabelsSchema,
    type: z.enum(['text', 'phone', 'email', 'url', 'date']),
  })
  .meta({ id: 'CustomField' });

/** Attributes with a name of their own that are asked for only where a tenant uses them. */
export const namedAttributeSchema = z.enum([
  'extensionAttribute1',
  'extensionAttribute2',
  'extensionAttribute3',
  'extensionAttribute4',
  'extensionAttribute5',
  'extensionAttribute6',
  'extensionAttribute7',
  'extensionAttribute8',
  'extensionAttribute9',
  'extensionAttribute10',
  'extensionAttribute11',
  'extensionAttribute12',
  'extensionAttribute13',
  'extensionAttribute14',
  'extensionAttribute15',
  'division',
  'costCenter',
  'otherMailAddresses',
]);

/** What an app added to the people of the directory. */
export const extensionNameSchema = z.templateLiteral(['extension_', z.string().regex(/[0-9a-fA-F]{32}_\w{1,80}/)], {
  error: 'Name a directory extension as Entra does: extension_, the 32 digits of the app, and its name.',
});

const extendedAttributeSchema = z.union([namedAttributeSchema, extensionNameSchema]);

export const directoryFieldSchema = z
  .object({
    attribute: extendedAttributeSchema.describe('The field is `person.<attribute>` in designs.'),
    labels: fieldLabelsSchema,
    type: z.enum(['text', 'phone', 'email', 'url', 'date']),
  })
  .meta({ id: 'DirectoryField' });

/** Those of directory extensions are long. */
const fieldKey = z.string().max(128);
const revision = z.number().int().min(0);

export const putSmartFieldsSchema = z
  .object({
    rules: z.record(fieldKey, fieldRuleSchema).describe('By key of the field; fields left out follow the usual rule.'),
    custom: z.array(customFieldSchema).max(50, 'There can be at most 50 fields of your own.'),
    directory: z
      .array(directoryFieldSchema)
      .optional()
      .describe('Attributes of the directory that are in use as fields; left out: those that are stay.'),
    revision: revision.describe('As it was read; somebody else’s change in between is a 409.'),
  })
  .meta({ id: 'PutSmartFields' });

export const smartFieldSchema = z
  .object({
    key: fieldKey,
    path: z.string().describe('What designs call it, such as person.jobTitle.'),
    labels: fieldLabelsSchema.nullable().describe('Of fields that the tenant named; null: a built-in one.'),
    kind: z
      .enum(['builtIn', 'directory', 'custom'])
      .describe('directory: an attribute that this tenant took into use. custom: kept here.'),
    type: z.enum(['text', 'phone', 'email', 'url', 'date']),
    attribute: z.string().nullable().describe('The Microsoft Graph attribute it is read from; null: it is kept here.'),
    isFetched: z
      .boolean()
      .describe('Whether the last sync asked for it; false: the next one reads everybody anew, unless `isOmitted`.'),
    isOptional: z.boolean().describe('Whether Microsoft Graph is not asked for it where its policy is `never`.'),
    isOmitted: z.boolean().describe('Whether it is not asked for now; what was read of it goes with the next sync.'),
    overridable: z.boolean().describe('Whether a value can be set by hand at all.'),
    hideable: z.boolean(),
    rule: fieldRuleSchema,
    usedIn: z.array(z.object({ id: objectId, name: z.string(), isPublished: z.boolean() })),
    usedInRules: z.array(z.string()).describe('Names of the rules of assignments that ask about it.'),
    usedInBuiltIn: z.boolean().describe('Whether the built-in signature shows it.'),
    filled: z.number().int().describe('How many of `people` have a value from the directory or set by hand.'),
    overridden: z.number().int().describe('How many of `people` have one set by hand.'),
  })
  .meta({ id: 'SmartField' });

export const smartFieldsSchema = z
  .object({
    fields: z.array(smartFieldSchema),
    people: z.number().int().describe('Active teammates that were counted.'),
    isPartial: z.boolean().describe('Whether there are more of them than were counted.'),
    graph: z
      .object({
        select: z.array(z.string()),
        because: z.array(z.string()).describe('Those of `select` that are asked for because of fields of this tenant.'),
        omitted: z.array(z.string()).describe('Attributes that are not asked for, since they are shown to nobody.'),
        permissions: z.array(z.string()),
      })
      .describe('What is asked of Microsoft Graph for everybody, and the permissions that takes.'),
    revision,
  })
  .meta({ id: 'SmartFields' });

export const fieldPreviewRequestSchema = z
  .object({ key: fieldKey, rule: fieldRuleSchema })
  .meta({ id: 'FieldPreviewRequest' });

const person = z.object({ id: objectId, displayName: z.string() });

export const fieldPreviewSchema = z
  .object({
    samples: z.array(
      person.extend({
        directory: z.string(),
        override: z.string(),
        hidden: z.boolean(),
        now: z.string().describe('What signatures show now.'),
        then: z.string().describe('What they would show with the rule.'),
      }),
    ),
    lacking: z.array(person).describe('The first of those who have no value of their own, by name.'),
    lackingCount: z.number().int(),
    isPartial: z.boolean().describe('Whether there are more people than were looked at.'),
  })
  .meta({ id: 'FieldPreview' });

export const fieldParams = z.object({ key: fieldKey });
export const customFieldParams = z.object({ key: customKeySchema });
export const directoryFieldParams = z.object({ attribute: extendedAttributeSchema });
export const removeFieldQuerySchema = z.object({
  revision: z.coerce.number().int().min(0),
  values: z.coerce.number().int().min(0).describe('How many values may go with it: what the admin was told.'),
});

export type FieldLabels = z.infer<typeof fieldLabelsSchema>;
export type FieldRule = z.infer<typeof fieldRuleSchema>;
export type SmartField = z.infer<typeof smartFieldSchema>;
export type SmartFields = z.infer<typeof smartFieldsSchema>;
export type FieldPreview = z.infer<typeof fieldPreviewSchema>;
export type RemoveFieldQuery = z.infer<typeof removeFieldQuerySchema>;
