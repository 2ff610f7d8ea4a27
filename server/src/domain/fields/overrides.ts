import type { OverrideStamp, Teammate } from '../teammate/teammate.ts';
import { presentable } from '../text/presentable.ts';
import { smartFields } from './smartFields.ts';

/** What a value must look like. */
export type OverrideKind = 'text' | 'phone' | 'mail';

const phones = new Set(['businessPhone', 'mobilePhone', 'faxNumber', 'managerPhone']);
const mails = new Set(['mail', 'managerMail']);
/** With these somebody signs in, or the directory alone knows them. */
const fixed = new Set(['userPrincipalName', 'employeeId', 'preferredLanguage']);

/** Null: nobody may set this field by hand. */
export const overrideKind = (key: string): OverrideKind | null => {
  if (fixed.has(key) || !smartFields.some((field) => field.key === key)) return null;
  if (phones.has(key)) return 'phone';
  return mails.has(key) ? 'mail' : 'text';
};

/** Graph takes no attribute longer than this either. */
export const longestOverride = 256;

export type OverrideProblem =
  'override-field' | 'override-blank' | 'override-too-long' | 'override-phone' | 'override-mail';

/** Digits with what people write between them, and an extension at the end. */
const phonePattern = /^\+?[\d()./ \u00a0-]{3,40}(?:(?:ext\.?|x|#) ?\d{1,6})?$/i;
const mailPattern = /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:.]+$/;

const looksRight: Readonly<Record<OverrideKind, (value: string) => boolean>> = {
  text: () => true,
  phone: (value) => phonePattern.test(value) && value.replace(/\D/g, '').length >= 3,
  mail: (value) => mailPattern.test(value),
};

/** The value as it is kept, or what is wrong with it. */
export const readOverride = (
  key: string,
  raw: string,
): { readonly value: string } | { readonly problem: OverrideProblem } => {
  const kind = overrideKind(key);
  if (kind === null) return { problem: 'override-field' };
  const value = presentable(raw);
  if (value === '') return { problem: 'override-blank' };
  if (value.length > longestOverride) return { problem: 'override-too-long' };
  if (looksRight[kind](value)) return { value };
  return { problem: kind === 'mail' ? 'override-mail' : 'override-phone' };
};

/** The teammate with these overrides set, or taken away where null. Who set the same value before stays its author. */
export const applyOverrides = (
  teammate: Teammate,
  changes: Readonly<Record<string, string | null>>,
  stamp: OverrideStamp,
): Teammate => {
  const overrides = new Map(Object.entries(teammate.overrides));
  const stamps = new Map(Object.entries(teammate.overrideStamps ?? {}));
  for (const [key, value] of Object.entries(changes)) {
    if (value !== null && overrides.get(key) === value) continue;
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
