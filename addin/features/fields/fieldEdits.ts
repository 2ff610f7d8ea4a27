import {
  directoryFieldSchema,
  namedAttributeSchema,
  type FieldLabels,
  type FieldRule,
  type SmartField,
  type SmartFields,
} from '../../../server/src/contract/signatures/fields.ts';
import { locales, type Locale } from '../../i18n/locale.ts';
import type { PutSmartFields } from '../../api/signatures/smartFieldsApi.ts';

export type CustomField = PutSmartFields['custom'][number];

export type DirectoryField = NonNullable<PutSmartFields['directory']>[number];

/** What an admin changes on the page: every rule, and the fields that the tenant named. */
export type FieldsDraft = Pick<PutSmartFields, 'rules' | 'custom'> & { directory: DirectoryField[] };

/** More than this the API does not take. */
export const mostCustom = 50;

const prefix = 'custom.';
const attributeSchema = directoryFieldSchema.shape.attribute;

/** The key of a field of the tenant's own among all fields. */
const fullKey = (key: string): string => `${prefix}${key}`;

const newRule: FieldRule = {
  policy: 'overrideWins',
  blank: 'clear',
  fallback: '',
  format: 'asUsual',
  editableBy: 'admin',
};

/** What is stored, as the page changes it. */
export const draftOf = ({ fields }: Pick<SmartFields, 'fields'>): FieldsDraft => ({
  rules: Object.fromEntries(fields.map(({ key, rule }) => [key, rule])),
  custom: fields.flatMap(({ key, kind, labels, type }) =>
    labels === null || kind !== 'custom' ? [] : [{ key: key.slice(prefix.length), labels, type }],
  ),
  directory: fields.flatMap(({ key, kind, labels, type }) =>
    labels === null || kind !== 'directory' ? [] : [{ attribute: attributeSchema.parse(key), labels, type }],
  ),
});

export const putRule = (draft: FieldsDraft, key: string, patch: Partial<FieldRule>): FieldsDraft => ({
  ...draft,
  rules: { ...draft.rules, [key]: { ...(draft.rules[key] ?? newRule), ...patch } },
});

/** What stands in the input of each language; not every one needs a name. */
export type WrittenLabels = { readonly [L in Locale]?: string | undefined };

/** What somebody wrote as the name in each language: one is enough, and the first stands in for English. Null: none. */
export const labelsOf = (written: WrittenLabels): FieldLabels | null => {
  const names = Object.fromEntries(
    locales.map((locale) => [locale, written[locale]?.trim()]).filter(([, name]) => name),
  ) as Partial<Record<Locale, string>>;
  const first = locales.map((locale) => names[locale]).find((name) => name !== undefined);
  return first === undefined ? null : { en: first, nl: first, ...names };
};

/** A key made of a name, such as `bookingLink` of “Booking link”, that no other field has. */
export const freeKey = (name: string, taken: readonly string[]): string => {
  const words =
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  const [first = '', ...rest] = words.map((word) => word.toLowerCase());
  const camel = first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  const stem = (/^[a-z]/.test(camel) ? camel : `field${camel}`).slice(0, 36);
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}${String(number)}`;
    if (!taken.includes(key)) return key;
  }
};

/** The draft with one more field of the tenant's own; its key follows from its English name. */
export const addCustom = (draft: FieldsDraft, { labels, type }: Omit<CustomField, 'key'>): FieldsDraft => {
  const key = freeKey(
    labels.en,
    draft.custom.map((field) => field.key),
  );
  return putRule({ ...draft, custom: [...draft.custom, { key, labels, type }] }, fullKey(key), {});
};

/** The draft with one more attribute of the directory in use. */
export const addDirectory = (draft: FieldsDraft, field: DirectoryField): FieldsDraft =>
  putRule({ ...draft, directory: [...draft.directory, field] }, field.attribute, {});

/** The attributes with a name of their own that are not in use, in their order. */
export const freeAttributes = ({ directory }: FieldsDraft): readonly DirectoryField['attribute'][] =>
  namedAttributeSchema.options.filter((attribute) => !directory.some((field) => field.attribute === attribute));

/** The attribute that somebody named; null where it is no name of one, or in use already. */
export const readAttribute = ({ directory }: FieldsDraft, name: string): DirectoryField['attribute'] | null => {
  const parsed = attributeSchema.safeParse(name.trim());
  if (!parsed.success || directory.some((field) => field.attribute === parsed.data)) return null;
  return parsed.data;
};

/** Another name for a field that the tenant named. */
export const renameField = (draft: FieldsDraft, key: string, labels: CustomField['labels']): FieldsDraft => ({
  ...draft,
  custom: draft.custom.map((field) => (fullKey(field.key) === key ? { ...field, labels } : field)),
  directory: draft.directory.map((field) => (field.attribute === key ? { ...field, labels } : field)),
});

export const dropField = (draft: FieldsDraft, key: string): FieldsDraft => ({
  rules: Object.fromEntries(Object.entries(draft.rules).filter(([each]) => each !== key)),
  custom: draft.custom.filter((field) => fullKey(field.key) !== key),
  directory: draft.directory.filter((field) => field.attribute !== key),
});

/** A field as the page shows it: what is stored with what the draft makes of it. */
export interface ShownField extends SmartField {
  readonly isNew: boolean;
  readonly isChanged: boolean;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Every field in the order of the catalogue, then those that the tenant named, new ones last. */
export const shownFields = (fields: readonly SmartField[], draft: FieldsDraft): readonly ShownField[] => [
  ...fields
    .filter(({ kind }) => kind === 'builtIn')
    .map((field) => {
      const rule = draft.rules[field.key] ?? field.rule;
      return { ...field, rule, isNew: false, isChanged: !isSame(rule, field.rule) };
    }),
  ...draft.directory.map(({ attribute, labels, type }) => {
    const from = { key: attribute, kind: 'directory' as const, attribute, labels, type };
    return showNamed(fields, draft, from);
  }),
  ...draft.custom.map(({ key, labels, type }) => {
    const from = { key: fullKey(key), kind: 'custom' as const, attribute: null, labels, type };
    return showNamed(fields, draft, from);
  }),
];

type NamedField = Pick<SmartField, 'key' | 'kind' | 'attribute' | 'type'> & Pick<CustomField, 'labels'>;

const showNamed = (fields: readonly SmartField[], draft: FieldsDraft, named: NamedField): ShownField => {
  const { key, labels } = named;
  const stored = fields.find((field) => field.key === key);
  const rule = draft.rules[key] ?? stored?.rule ?? newRule;
  if (stored !== undefined) {
    const isChanged = !isSame(rule, stored.rule) || !isSame(labels, stored.labels);
    return { ...stored, labels, rule, isNew: false, isChanged };
  }
  const unseen = {
    overridable: true,
    hideable: true,
    isFetched: named.kind === 'custom',
    isOptional: named.kind === 'directory',
    isOmitted: false,
    usedIn: [],
    usedInRules: [],
    usedInBuiltIn: false,
    filled: 0,
    overridden: 0,
  };
  return { ...named, path: `person.${key}`, rule, ...unseen, isNew: true, isChanged: true };
};
