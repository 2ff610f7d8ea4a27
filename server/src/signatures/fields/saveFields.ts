import { InvalidFields, type FieldProblem } from '../../domain/errors.ts';
import {
  customKey,
  findCustom,
  usualRule,
  type CustomField,
  type FieldRule,
  type FieldSettings,
} from '../../domain/fields/fieldSettings.ts';
import { catalogueOf } from '../../domain/fields/catalogueOf.ts';
import { overrideKind, readOverride } from '../../domain/fields/overrides/overrides.ts';
import { valueTypeOf } from '../../domain/fields/fieldTypeOf.ts';
import { isOverridable } from '../../domain/fields/overrides/overridable.ts';
import type { Repositories } from '../../ports/repositories.ts';

/**
 * Saves what a tenant decided about its fields. Throws InvalidFields for a rule that fits no field or not its own, for a
 * custom field or an attribute left out (removing one is another order), a custom field of another type, an attribute
 * twice; StaleRevision as the storage does.
 */
export const saveFields = async (
  { fieldSettings }: Pick<Repositories, 'fieldSettings'>,
  tenantId: string,
  { rules, custom, directory, revision }: FieldSettings & { readonly revision: number },
): Promise<void> => {
  const { value: before } = await fieldSettings.get(tenantId);
  const inUse = directory ?? before.directory ?? [];
  const after = { rules: withoutUsual(rules), custom, ...(inUse.length > 0 && { directory: inUse }) };
  const problems = fieldProblems(before, after);
  if (problems.length > 0) throw new InvalidFields({ status: 400, code: 'invalid-request', problems });
  await fieldSettings.save(tenantId, after, revision);
};

/** Why `after` cannot be saved over `before`; empty: it can. */
export const fieldProblems = (before: FieldSettings, after: FieldSettings): readonly FieldProblem[] => [
  ...customProblems(before, after),
  ...directoryProblems(before, after),
  ...ruleProblems(after),
];

/** What is as it always was is not kept, so that it may change for everybody with a later version. */
const withoutUsual = (rules: FieldSettings['rules']): FieldSettings['rules'] =>
  Object.fromEntries(Object.entries(rules).filter(([key, rule]) => !isSame(rule, usualRule(key))));

const isSame = (one: FieldRule, other: FieldRule): boolean =>
  (['policy', 'blank', 'fallback', 'format', 'editableBy'] as const).every((name) => one[name] === other[name]);

const customProblems = (before: FieldSettings, { custom }: FieldSettings): FieldProblem[] => {
  const at = (key: string) => custom.findIndex((field) => field.key === key);
  const gone = before.custom.filter(({ key }) => at(key) < 0).map(() => problem('body.custom', 'custom-field-missing'));
  const twice = custom
    .filter(({ key }, index) => at(key) !== index)
    .map(({ key }) => problem(`body.custom.${key}`, 'custom-field-twice'));
  const retyped = custom.filter((field) => isRetyped(before, field));
  return [...gone, ...twice, ...retyped.map(({ key }) => problem(`body.custom.${key}`, 'custom-field-type'))];
};

const directoryProblems = (before: FieldSettings, { directory = [] }: FieldSettings): FieldProblem[] => {
  const at = (attribute: string) => directory.findIndex((field) => field.attribute === attribute);
  const gone = (before.directory ?? []).filter(({ attribute }) => at(attribute) < 0);
  const twice = directory.filter(({ attribute }, index) => at(attribute) !== index);
  return [
    ...gone.map(() => problem('body.directory', 'custom-field-missing')),
    ...twice.map(({ attribute }) => problem(`body.directory.${attribute}`, 'custom-field-twice')),
  ];
};

const isRetyped = (before: FieldSettings, { key, type }: CustomField): boolean => {
  const known = findCustom(before, customKey(key));
  return known !== null && known.type !== type;
};

const ruleProblems = (settings: FieldSettings): FieldProblem[] => {
  const known = new Set(catalogueOf(settings).map(({ key }) => key));
  return Object.entries(settings.rules).flatMap(([key, rule]) => {
    const path = `body.rules.${key}`;
    if (!known.has(key)) return [problem(path, 'field-unknown')];
    return [...fallbackProblems(settings, key, rule), ...editorProblems(settings, key, rule)];
  });
};

const fallbackProblems = (settings: FieldSettings, key: string, { blank, fallback }: FieldRule): FieldProblem[] => {
  if (blank !== 'fallback') return [];
  const path = `body.rules.${key}.fallback`;
  if (fallback === '') return [problem(path, 'fallback-blank')];
  // A fallback looks as a value set by hand must, whoever may set one.
  const open = { ...settings, rules: {} };
  if (overrideKind(key, open) === null) return [];
  const read = readOverride(key, fallback, { settings: open, setter: 'admin' });
  return 'value' in read ? [] : [problem(path, `fallback-${valueTypeOf(settings, key)}`)];
};

const editorProblems = (settings: FieldSettings, key: string, { editableBy }: FieldRule): FieldProblem[] =>
  editableBy === 'nobody' || isOverridable(key) || findCustom(settings, key) !== null
    ? []
    : [problem(`body.rules.${key}.editableBy`, 'field-fixed')];

const messages: Readonly<Record<string, string>> = {
  'custom-field-missing':
    'A field of your own is missing. Remove a field with its own button, so that its values go too.',
  'custom-field-twice': 'There is a field with this name already. Choose another.',
  'custom-field-type': 'The kind of a field cannot change once it is there. Make a new field instead.',
  'field-unknown': 'There is no such field. It may have been removed; reload the page.',
  'field-fixed': 'With this field people sign in, or only the directory knows it: it cannot be set by hand.',
  'fallback-blank': 'Fill in what is shown where nobody filled anything in.',
  'fallback-phone': 'Fill in a phone number, such as +31 30 123 4567.',
  'fallback-email': 'Fill in one mail address, such as ada@example.com.',
  'fallback-url': 'Fill in a web address, such as https://example.com/me.',
  'fallback-date': 'Fill in a date as year, month and day, such as 2026-12-31.',
  'fallback-text': 'Fill in words that can be seen, at most 256 characters.',
};

const problem = (path: string, code: string): FieldProblem => ({ path, code, message: messages[code] ?? code });
