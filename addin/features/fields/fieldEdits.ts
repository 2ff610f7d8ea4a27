import type { FieldRule, SmartField, SmartFields } from '../../../server/src/contract/fields.ts';
import type { PutSmartFields } from '../../api/smartFieldsApi.ts';

export type CustomField = PutSmartFields['custom'][number];

/** What an admin changes on the page: every rule, and the fields of the tenant's own. */
export type FieldsDraft = Pick<PutSmartFields, 'rules' | 'custom'>;

/** More than this the API does not take. */
export const mostCustom = 50;

const prefix = 'custom.';

/** The key of a field of the tenant's own among all fields. */
export const fullKey = (key: string): string => `${prefix}${key}`;

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
  custom: fields.flatMap(({ key, labels, type }) =>
    labels === null ? [] : [{ key: key.slice(prefix.length), labels, type }],
  ),
});

export const putRule = (draft: FieldsDraft, key: string, patch: Partial<FieldRule>): FieldsDraft => ({
  ...draft,
  rules: { ...draft.rules, [key]: { ...(draft.rules[key] ?? newRule), ...patch } },
});

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

export const renameCustom = (draft: FieldsDraft, key: string, labels: CustomField['labels']): FieldsDraft => ({
  ...draft,
  custom: draft.custom.map((field) => (field.key === key ? { ...field, labels } : field)),
});

export const dropCustom = (draft: FieldsDraft, key: string): FieldsDraft => ({
  rules: Object.fromEntries(Object.entries(draft.rules).filter(([each]) => each !== fullKey(key))),
  custom: draft.custom.filter((field) => field.key !== key),
});

/** A field as the page shows it: what is stored with what the draft makes of it. */
export interface ShownField extends SmartField {
  /** Its key without the prefix, of a field of the tenant's own; else null. */
  readonly customKey: string | null;
  readonly isNew: boolean;
  readonly isChanged: boolean;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Every field in the order of the catalogue, then those of the tenant's own, new ones last. */
export const shownFields = (fields: readonly SmartField[], draft: FieldsDraft): readonly ShownField[] => [
  ...fields
    .filter(({ labels }) => labels === null)
    .map((field) => {
      const rule = draft.rules[field.key] ?? field.rule;
      return { ...field, rule, customKey: null, isNew: false, isChanged: !isSame(rule, field.rule) };
    }),
  ...draft.custom.map((custom) => showCustom(fields, draft, custom)),
];

const showCustom = (fields: readonly SmartField[], draft: FieldsDraft, custom: CustomField): ShownField => {
  const key = fullKey(custom.key);
  const stored = fields.find((field) => field.key === key);
  const rule = draft.rules[key] ?? stored?.rule ?? newRule;
  const { labels, type } = custom;
  if (stored !== undefined) {
    const isChanged = !isSame(rule, stored.rule) || !isSame(labels, stored.labels);
    return { ...stored, labels, rule, customKey: custom.key, isNew: false, isChanged };
  }
  const unseen = {
    attribute: null,
    overridable: true,
    usedIn: [],
    usedInRules: [],
    usedInBuiltIn: false,
    filled: 0,
    overridden: 0,
  };
  return {
    ...{ key, path: `person.${key}`, labels, type, rule, ...unseen },
    ...{ customKey: custom.key, isNew: true, isChanged: true },
  };
};
