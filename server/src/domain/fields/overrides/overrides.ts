import type { LastDay, OverrideStamp, Teammate } from '../../teammate/teammate.ts';
import { presentable } from '../../text/presentable.ts';
import { isDay } from '../../schedule/isDay.ts';
import { isExtended } from '../../directory/extendedAttributes.ts';
import { readPhone, withoutTrimmings } from '../../signature/formatPhone.ts';
import { webLink } from '../../signature/webLink.ts';
import { findCustom, findDirectory, ruleOf, type FieldSettings } from '../fieldSettings.ts';
import { valueTypeOf } from '../fieldTypeOf.ts';
import { hidingProblem, keptHidden, type Hidden } from './hidden.ts';
import { isOverridable } from './overridable.ts';

/** What a value must look like. */
export type OverrideKind = 'text' | 'phone' | 'mail' | 'url' | 'date';

/** Who sets a value: an admin may whatever a teammate may. */
export type Setter = 'admin' | 'teammate';

/** Null: this person may not set this field by hand. */
export const overrideKind = (key: string, settings: FieldSettings, setter: Setter = 'admin'): OverrideKind | null => {
  if (!hasOverridable(settings, key)) return null;
  const { editableBy } = ruleOf(settings, key);
  if (editableBy === 'nobody' || (setter === 'teammate' && editableBy === 'admin')) return null;
  const type = valueTypeOf(settings, key);
  return type === 'email' ? 'mail' : type;
};

/** Whether this person may leave this field out of a signature. */
export const isHideable = (key: string, settings: FieldSettings, setter: Setter = 'admin'): boolean =>
  overrideKind(key, settings, setter) !== null && hidingProblem(settings, key) === null;

/** One that is not in use could never be taken out of use again with its values. */
const hasOverridable = (settings: FieldSettings, key: string): boolean => {
  if (isExtended(key)) return findDirectory(settings, key) !== null;
  return isOverridable(key) || findCustom(settings, key) !== null;
};

/** Graph takes no attribute longer than this either. */
export const longestOverride = 256;

export type OverrideProblem =
  | 'override-field'
  | 'override-blank'
  | 'override-too-long'
  | 'override-needed'
  | 'override-unused'
  | `override-${Exclude<OverrideKind, 'text'>}`;

/** Digits with what people write between them, and an extension at the end. */
const phonePattern = /^\+?[\d()./ \p{Pd}]{3,40}(?:(?:(?:, ?)?(?:ext\.?|extension|x|#):?|;ext=) ?\d{1,6})?$/iu;
const mailPattern = /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:.]+$/;

const looksRight: Readonly<Record<OverrideKind, (value: string) => boolean>> = {
  text: () => true,
  phone: (value) => isPhone(withoutTrimmings(value)) || readPhone(value, '').href !== '',
  mail: (value) => mailPattern.test(value),
  url: (value) => webLink(value) !== '',
  date: isDay,
};

const isPhone = (value: string): boolean => phonePattern.test(value) && value.replace(/\D/g, '').length >= 3;

interface Setting {
  readonly settings: FieldSettings;
  readonly setter: Setter;
}

/** The value as it is kept, also of one that leaves the field out, or what is wrong with it. */
export const readOverride = (
  key: string,
  raw: string | Hidden,
  { settings, setter }: Setting,
): { readonly value: string } | { readonly problem: OverrideProblem } => {
  const kind = overrideKind(key, settings, setter);
  if (kind === null) return { problem: 'override-field' };
  if (typeof raw !== 'string') {
    const problem = hidingProblem(settings, key);
    return problem === null ? { value: keptHidden } : { problem };
  }
  const value = presentable(raw);
  if (value === '') return { problem: 'override-blank' };
  if (value.length > longestOverride) return { problem: 'override-too-long' };
  if (looksRight[kind](value)) return { value };
  return { problem: kind === 'text' ? 'override-field' : `override-${kind}` };
};

const isSameDay = (one: LastDay | undefined, other: LastDay | undefined): boolean =>
  one?.date === other?.date && one?.timeZone === other?.timeZone;

/**
 * The teammate with these overrides set, or taken away where null. Who set the same value before, until the same day,
 * stays its author.
 */
export const applyOverrides = (
  teammate: Teammate,
  changes: Readonly<Record<string, string | null>>,
  stamp: OverrideStamp,
): Teammate => {
  const overrides = new Map(Object.entries(teammate.overrides));
  const stamps = new Map(Object.entries(teammate.overrideStamps ?? {}));
  for (const [key, value] of Object.entries(changes)) {
    if (value !== null && overrides.get(key) === value && isSameDay(stamps.get(key)?.until, stamp.until)) continue;
    overrides.delete(key);
    stamps.delete(key);
    if (value === null) continue;
    overrides.set(key, value);
    stamps.set(key, stamp);
  }
  return {
    ...teammate,
    overrides: Object.fromEntries(overrides),
    overrideStamps: Object.fromEntries(stamps),
    updatedAt: stamp.at,
  };
};
