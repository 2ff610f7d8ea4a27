import type { ExtendedAttribute } from '../directory/extendedAttributes.ts';
import { isOverridable } from './overrides/overridable.ts';

/** Which value counts when the directory and somebody by hand say different things. */
export type FieldPolicy =
  /** What was set by hand, else the directory. */
  | 'overrideWins'
  /** The directory alone; what was set by hand waits unused. */
  | 'directoryWins'
  /** The directory; what was set by hand only where that is blank. */
  | 'fillIfEmpty'
  /** Nothing: the field stays out of every signature, and the directory is not asked for it; see `readingOf`. */
  | 'never';

/** What is shown where nobody filled anything in: nothing, what the directory said last, or fixed words. */
export type BlankRule = 'clear' | 'keep' | 'fallback';

/** `national` is for phone numbers, `upper` and `capitalised` for words; where one does not fit it changes nothing. */
export type FieldFormat = 'asUsual' | 'upper' | 'capitalised' | 'national';

/** `teammateAsks`: what a teammate fills in waits until an admin approves it. */
export type FieldEditors = 'nobody' | 'admin' | 'teammateAsks' | 'teammate';

export interface FieldRule {
  readonly policy: FieldPolicy;
  readonly blank: BlankRule;
  /** Used with `blank: 'fallback'`. */
  readonly fallback: string;
  readonly format: FieldFormat;
  /** Who may set a value by hand. Admins may whatever teammates may. */
  readonly editableBy: FieldEditors;
}

export type CustomFieldType = 'text' | 'phone' | 'email' | 'url' | 'date';

/** What a tenant calls a field; in a language that has no name of its own, the English one is shown. */
export interface FieldLabels {
  readonly en: string;
  readonly nl: string;
  readonly de?: string | undefined;
  readonly fr?: string | undefined;
}

/** A field that is kept here and not in the directory; its values are what people set by hand. */
export interface CustomField {
  /** Without the `custom.` before it. */
  readonly key: string;
  readonly labels: FieldLabels;
  readonly type: CustomFieldType;
}

/** An attribute that the tenant took into use as a field; its key is the attribute. */
export interface DirectoryField {
  readonly attribute: ExtendedAttribute;
  /** What it means here. */
  readonly labels: FieldLabels;
  readonly type: CustomFieldType;
}

/** What a tenant decided about its fields. */
export interface FieldSettings {
  /** By key of the field; where there is none, `usualRule` counts. */
  readonly rules: Readonly<Record<string, FieldRule>>;
  readonly custom: readonly CustomField[];
  /** Left out: none. */
  readonly directory?: readonly DirectoryField[] | undefined;
}

/** What counts until an admin says otherwise. */
export const usualFields: FieldSettings = { rules: {}, custom: [] };

const customPrefix = 'custom.';

/** The key of a custom field among all fields. */
export const customKey = (key: string): string => `${customPrefix}${key}`;

export const findCustom = ({ custom }: FieldSettings, key: string): CustomField | null =>
  custom.find((field) => customKey(field.key) === key) ?? null;

export const findDirectory = ({ directory = [] }: FieldSettings, key: string): DirectoryField | null =>
  directory.find(({ attribute }) => attribute === key) ?? null;

/** What the tenant calls a field; null: it has a name that every tenant knows. */
export const labelsOf = (settings: FieldSettings, key: string): FieldLabels | null =>
  (findCustom(settings, key) ?? findDirectory(settings, key))?.labels ?? null;

export const usualRule = (key: string): FieldRule => ({
  policy: 'overrideWins',
  blank: 'clear',
  fallback: '',
  format: 'asUsual',
  editableBy: key.startsWith(customPrefix) || isOverridable(key) ? 'admin' : 'nobody',
});

/** The rule that counts for a field. */
export const ruleOf = ({ rules }: FieldSettings, key: string): FieldRule =>
  (Object.hasOwn(rules, key) ? rules[key] : undefined) ?? usualRule(key);
