import type { ManagerProfile } from '../enrichment/enrichment.ts';
import type { Teammate } from '../teammate/teammate.ts';
import { countryOf } from './countryOf.ts';
import { withoutEnded, type DayIn } from './overrides/endedOverrides.ts';
import { ruleOf, type FieldSettings } from './fieldSettings.ts';
import { hiding, isLeftOut } from './overrides/hidden.ts';
import { resolveFields } from './resolveFields.ts';
import { smartFields } from './smartFields.ts';

/** What is known of somebody to whom a teammate reports. */
export interface ManagerFound {
  /** Null: they never were a teammate, or are none any more. */
  readonly teammate: Teammate | null;
  /** As the enrichment pass saw them last; null where it kept nothing. */
  readonly kept: ManagerProfile | null;
}

export interface ManagerRules {
  readonly settings: FieldSettings;
  /** Left out: values that were set by hand until a day count for as long as they are kept. */
  readonly today?: DayIn | undefined;
}

/** A manager as signatures show them. */
export interface KnownManager extends ManagerProfile {
  /** Whether they are an active teammate. */
  readonly isTeammate: boolean;
  /** By which their phones are read; empty where nobody knows, as of one who never was a teammate. */
  readonly country: string;
  /** Keys of their own fields that stay out because they were left out. */
  readonly leftOut: readonly string[];
}

/**
 * A manager as others' signatures show them: an active teammate with the values of their own signature, anybody else as
 * seen last. What stays out of every signature stays out of these too. Null where nobody is known.
 */
export const readManager = ({ teammate, kept }: ManagerFound, rules: ManagerRules): KnownManager | null => {
  if (teammate?.status === 'active') return asInOwnSignature(teammate, rules);
  const seen = kept ?? teammate?.profile ?? null;
  const country = kept === null ? (teammate?.profile.country ?? '') : '';
  return seen === null ? null : { ...asSeen(seen, teammate, rules), country };
};

const shown: ReadonlySet<string> = new Set([
  'displayName',
  'mail',
  'jobTitle',
  'businessPhone',
  'mobilePhone',
  'country',
]);
const fields = smartFields.filter(({ key }) => shown.has(key));

const asOf = (teammate: Teammate, today: DayIn | undefined): Teammate =>
  today === undefined ? teammate : withoutEnded(teammate, today);

const asInOwnSignature = (teammate: Teammate, { settings, today }: ManagerRules): KnownManager => {
  const current = asOf(teammate, today);
  const resolved = resolveFields(current, null, { settings, fields });
  const value = (key: string): string | null => resolved.find((field) => field.key === key)?.value || null;
  const businessPhone = value('businessPhone');
  return {
    id: teammate.id,
    isTeammate: true,
    displayName: value('displayName'),
    mail: value('mail'),
    jobTitle: value('jobTitle'),
    businessPhones: businessPhone === null ? [] : [businessPhone],
    mobilePhone: value('mobilePhone'),
    country: countryOf(resolved),
    leftOut: resolved.filter(({ source }) => source === 'hidden').map(({ key }) => key),
  };
};

/** What was left out of their own signature stays out of others' also once they have none any more, or are forgotten. */
const asSeen = (
  seen: ManagerProfile,
  teammate: Teammate | null,
  { settings, today }: ManagerRules,
): Omit<KnownManager, 'country'> => {
  const current = teammate === null ? hiding(seen.leftOut ?? []) : asOf(teammate, today);
  const leftOut = [...shown].filter((key) => isLeftOut(current, key, settings));
  const isOut = (key: string): boolean => ruleOf(settings, key).policy === 'never' || leftOut.includes(key);
  const unlessOut = <T>(key: string, value: T): T | null => (isOut(key) ? null : value);
  return {
    id: seen.id,
    isTeammate: false,
    displayName: unlessOut('displayName', seen.displayName),
    mail: unlessOut('mail', seen.mail),
    jobTitle: unlessOut('jobTitle', seen.jobTitle),
    businessPhones: unlessOut('businessPhone', seen.businessPhones) ?? [],
    mobilePhone: unlessOut('mobilePhone', seen.mobilePhone),
    leftOut,
  };
};
