import type { ManagerProfile } from '../enrichment/enrichment.ts';
import { presentableOnOneLine } from '../text/presentable.ts';
import type { Teammate } from '../teammate/teammate.ts';
import { catalogueOf } from './catalogueOf.ts';
import { ruleOf, usualFields, type FieldPolicy, type FieldRule, type FieldSettings } from './fieldSettings.ts';
import { valueTypeOf } from './fieldTypeOf.ts';
import { formatField } from './formatField.ts';
import { isHidden, isLeftOut } from './overrides/hidden.ts';
import type { SmartField } from './smartFields.ts';

export interface ResolvedField {
  readonly key: string;
  /** As signatures show it; empty when there is nothing to show. */
  readonly value: string;
  /** kept: what the directory said last. fallback: the words for whoever has none. hidden: left out for this person. */
  readonly source: 'directory' | 'override' | 'kept' | 'fallback' | 'hidden' | 'none';
  /** What the directory says, whether or not it is used. */
  readonly directory: string;
  /** What was set by hand, whether or not it is used. */
  readonly override: string;
  /** Whether it was left out by hand, whether or not that counts. */
  readonly hidden: boolean;
  readonly attribute: string | null;
}

/** The parts of a teammate that fields are made of. */
export type FieldHolder = Pick<Teammate, 'profile' | 'overrides' | 'lastKnown'>;

interface ResolveOptions {
  readonly settings?: FieldSettings;
  /** Left out: every field of the tenant. */
  readonly fields?: readonly SmartField[];
}

/** Smart fields of a teammate, by default all, as the tenant's rules have them, with where each value comes from. */
export const resolveFields = (
  teammate: FieldHolder,
  manager: ManagerProfile | null,
  { settings = usualFields, fields = catalogueOf(settings) }: ResolveOptions = {},
): readonly ResolvedField[] =>
  fields.map(({ key, attribute, read }) => {
    const override = presentableOnOneLine(teammate.overrides[key]);
    const directory = presentableOnOneLine(read(teammate.profile, manager));
    const rule = ruleOf(settings, key);
    const chosen = isLeftOut(teammate, key, settings)
      ? leftOut
      : choose(rule, { override, directory, last: presentableOnOneLine(teammate.lastKnown?.[key]) });
    const language = teammate.profile.preferredLanguage ?? '';
    const value = formatField(chosen.value, { format: rule.format, type: valueTypeOf(settings, key), language });
    return { key, value, source: chosen.source, directory, override, hidden: isHidden(teammate, key), attribute };
  });

interface Known {
  readonly override: string;
  readonly directory: string;
  readonly last: string;
}

type Chosen = Pick<ResolvedField, 'value' | 'source'>;

const inOrder: Readonly<Record<FieldPolicy, readonly ('override' | 'directory')[]>> = {
  overrideWins: ['override', 'directory'],
  directoryWins: ['directory'],
  fillIfEmpty: ['directory', 'override'],
  never: [],
};

const leftOut: Chosen = { value: '', source: 'hidden' };

const choose = (rule: FieldRule, known: Known): Chosen => {
  const nothing: Chosen = { value: '', source: 'none' };
  if (rule.policy === 'never') return nothing;
  const source = inOrder[rule.policy].find((each) => known[each] !== '');
  if (source !== undefined) return { value: known[source], source };
  if (rule.blank === 'keep' && known.last !== '') return { value: known.last, source: 'kept' };
  const fallback = presentableOnOneLine(rule.fallback);
  return rule.blank === 'fallback' && fallback !== '' ? { value: fallback, source: 'fallback' } : nothing;
};

/** What a list shows of one of their own fields; empty where nothing is known, or it was left out. */
export const shownValue = (
  { profile, overrides }: Pick<Teammate, 'profile' | 'overrides'>,
  key: 'jobTitle' | 'department',
): string =>
  isHidden({ overrides }, key) ? '' : presentableOnOneLine(overrides[key]) || presentableOnOneLine(profile[key]);

/** The same fields as a template sees them: by name, blank ones as empty text. */
export const fieldValues = (fields: readonly ResolvedField[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((entry) => [entry.key, entry.value]));
