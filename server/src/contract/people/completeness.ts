import { z } from 'zod';
import { fieldLabelsSchema } from '../signatures/fields.ts';
import { csvQuerySchema } from '../csvQuery.ts';
import { pageOf } from '../paging.ts';
import { searchParameter } from '../scalars.ts';

export const findingKindSchema = z
  .enum(['blank', 'phone', 'shouting', 'spaces', 'photo'])
  .describe(
    'blank: a field that signatures show has nothing in it. phone: it is not certain which number is meant. ' +
      'shouting: in capitals. spaces: at an end, or more than one in a row. photo: there is none.',
  );

const count = z.number().int();
const counts = z.object({ blank: count, phone: count, shouting: count, spaces: count, photo: count });

export const completenessSchema = z
  .object({
    people: count.describe('Active teammates, all of whom were looked at.'),
    complete: count.describe('Of them, those with every field that signatures show.'),
    withoutPhone: count.describe(
      'Of them, those with neither a business nor a mobile phone, as far as these are asked for.',
    ),
    photos: count.describe('Of them, those with a photo.'),
    filled: count.describe('Fields that signatures show and that are filled in, of everybody together.'),
    of: count.describe('How many there would be if all were.'),
    findings: counts.describe('How many people have something of the kind.'),
    fields: z
      .array(
        z.object({
          key: z.string(),
          labels: fieldLabelsSchema.nullable().describe('Of fields that the tenant named; null: a built-in one.'),
          isShown: z.boolean().describe('Whether the built-in signature or a published one shows it.'),
          filled: count.describe('How many of the people have something in it.'),
          found: counts.describe('How many have something wrong with it, by kind.'),
        }),
      )
      .describe('Without those that the directory is not asked for.'),
  })
  .meta({ id: 'Completeness' });

export const findingFilterSchema = z.object({
  kind: findingKindSchema.optional(),
  field: z.string().max(128).optional().describe('Key of a smart field.'),
  search: searchParameter,
});

export const findingPageSchema = pageOf(
  z.object({
    id: z.string(),
    displayName: z.string(),
    mail: z.string().nullable(),
    findings: z.array(
      z.object({
        kind: findingKindSchema,
        field: z.string().describe('Key of the smart field; `photo` of a photo.'),
        value: z.string().describe('As it was written, with its spaces.'),
      }),
    ),
  }),
).meta({ id: 'FindingPage' });

export const findingExportQuerySchema = findingFilterSchema.extend(csvQuerySchema.shape);

export type Completeness = z.infer<typeof completenessSchema>;
export type FindingKind = z.infer<typeof findingKindSchema>;
export type FindingRow = z.infer<typeof findingPageSchema>['items'][number];
export type FindingFilter = z.input<typeof findingFilterSchema>;
