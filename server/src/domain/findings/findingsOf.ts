import { catalogueOf } from '../fields/catalogueOf.ts';
import { countryOf } from '../fields/countryOf.ts';
import { fieldsInUse } from '../fields/completeness.ts';
import { ruleOf, type FieldSettings } from '../fields/fieldSettings.ts';
import { valueTypeOf } from '../fields/fieldTypeOf.ts';
import { pathOf } from '../fields/paths/pathOf.ts';
import type { KnownManager } from '../fields/readManager.ts';
import { resolveFields, type FieldHolder, type ResolvedField } from '../fields/resolveFields.ts';
import type { SmartField } from '../fields/smartFields.ts';
import { isExtended } from '../directory/extendedAttributes.ts';
import { isShouted } from '../text/isShouted.ts';

/**
 * - blank: a field that signatures show, and nobody filled in.
 * - phone: a number that is not certainly one, so that nobody can call it by a click.
 * - shouting: WORDS IN CAPITALS, as old systems wrote them.
 * - spaces: at an end, or more than one in a row.
 * - photo: the directory has none of them.
 */
export const findingKinds = ['blank', 'phone', 'shouting', 'spaces', 'photo'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface FieldFinding {
  readonly kind: FindingKind;
  /** Key of the smart field; `photo` of a photo. */
  readonly field: string;
  /** As it was written, with its spaces; empty where there is nothing. */
  readonly value: string;
}

/** What is known of one person. */
export interface KnownPerson {
  readonly teammate: FieldHolder;
  readonly manager: KnownManager | null;
  /** Null: nobody has looked yet. */
  readonly hasPhoto: boolean | null;
}

export interface FindingRules {
  readonly settings: FieldSettings;
  /** Whether a published signature shows the field of this path. */
  readonly isPublished: (path: string) => boolean;
  /** Whether it is certain which number is meant, read as people in that country do. */
  readonly isPhone: (value: string, country: string) => boolean;
}

/** Of every field what somebody has in it, and what is wrong with that. */
export interface LookedAtField {
  readonly key: string;
  /** Also where it was left out: that was decided. */
  readonly isFilled: boolean;
  readonly finding: FieldFinding | null;
}

export interface LookedAtPerson {
  /** In the order of the catalogue. */
  readonly fields: readonly LookedAtField[];
  /** Those of the fields, then that of the photo. */
  readonly findings: readonly FieldFinding[];
}

/** Whether signatures show a field: the one that is built in, or one that is published; blank ones of it are findings. */
export const isShown = (key: string, { settings, isPublished }: Omit<FindingRules, 'isPhone'>): boolean =>
  ruleOf(settings, key).policy !== 'never' && (fieldsInUse.includes(key) || isPublished(pathOf(key)));

/** Looks at people by these rules, one after the other. */
export const openFindings = (rules: FindingRules): ((person: KnownPerson) => LookedAtPerson) => {
  const { settings } = rules;
  const catalogue = catalogueOf(settings);
  const looks = catalogue.map((field) => lookAt(field, rules));
  return ({ teammate, manager, hasPhoto }) => {
    const resolved = resolveFields(teammate, manager, { settings, fields: catalogue });
    const country = countryOf(resolved);
    const fields = resolved.map((field, at): LookedAtField => {
      const { key, source } = field;
      const said = catalogue[at]?.read(teammate.profile, manager) ?? '';
      const isNever = ruleOf(settings, key).policy === 'never';
      const written = writtenIn(field, said, isNever);
      const isOut = written === '' && !isNever && isLeftOutBy(manager, catalogue[at]);
      return source === 'hidden' || isOut
        ? { key, isFilled: true, finding: null }
        : { key, isFilled: written !== '', finding: looks[at]?.(written, country) ?? null };
    });
    const found = fields.flatMap(({ finding }) => (finding === null ? [] : [finding]));
    return { fields, findings: hasPhoto === false ? [...found, noPhoto] : found };
  };
};

const noPhoto: FieldFinding = { kind: 'photo', field: 'photo', value: '' };

/** As it stands in the directory or was set by hand, whichever counts; what else would stand there fills nothing in. */
const writtenIn = ({ source, directory, override }: ResolvedField, said: string, isNever: boolean): string => {
  if (isNever) return directory || override;
  if (source === 'override') return override;
  return source === 'directory' ? said : '';
};

/** Whether it is of a manager who left out what would stand there, a number or the other one: that was decided too. */
const isLeftOutBy = (manager: KnownManager | null, field: SmartField | undefined): boolean =>
  field?.ofManager?.some((own) => manager?.leftOut.includes(own)) ?? false;

type Look = (written: string, country: string) => FieldFinding | null;

const lookAt = ({ key, ofManager }: SmartField, rules: FindingRules): Look => {
  const { settings, isPhone } = rules;
  const { policy, format } = ruleOf(settings, key);
  const type = valueTypeOf(settings, key);
  const shown = isShown(key, rules);
  const wrong = (kind: FindingKind, value: string): FieldFinding => ({ kind, field: key, value });
  const mayShout = type !== 'text' || format !== 'asUsual' || isExtended(key) || codes.has(key);
  return (written, country) => {
    if (written === '') return shown ? wrong('blank', '') : null;
    // What a manager's fields hold is found at the manager.
    if (ofManager !== undefined || policy === 'never') return null;
    if (type === 'phone' && !isPhone(written, country)) return wrong('phone', written);
    if (hasOddSpaces.test(written)) return wrong('spaces', written);
    return !mayShout && isShouted(written) ? wrong('shouting', written) : null;
  };
};

/** Capitals are how these are written. */
const codes = new Set(['state', 'country', 'postalCode', 'employeeId', 'userPrincipalName', 'preferredLanguage']);

const hasOddSpaces = /^\s|\s$|\s\s/u;
