import type { FieldValue, Teammate as TeammateBody, TeammateSummary } from '../../contract/people/teammates.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { completenessOf } from '../../domain/fields/completeness.ts';
import { labelsOf, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { isHideable, overrideKind } from '../../domain/fields/overrides/overrides.ts';
import { resolveFields, shownValue } from '../../domain/fields/resolveFields.ts';
import { keyOfAttribute } from '../../domain/reading/readingOf.ts';
import { smartFields } from '../../domain/fields/smartFields.ts';
import type { SyncSettings } from '../../domain/settings/syncSettings.ts';
import type { ManagerProfile, Enrichment } from '../../domain/enrichment/enrichment.ts';
import { removalDue, restorableUntil } from '../../domain/teammate/removalDue.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { overridesRevision } from '../teammates/overridesRevision.ts';
import { presentVerdict } from './presentVerdict.ts';

/** What is known about a teammate besides themselves. */
interface Aside {
  readonly enrichment: Enrichment | null;
  readonly manager: ManagerProfile | null;
  readonly fields: FieldSettings;
}

const photoHash = (enrichment: Enrichment | null): string | null => enrichment?.photo?.hash ?? null;

const phones = smartFields.filter(({ key }) => key === 'businessPhone' || key === 'mobilePhone');

const phoneOf = (teammate: Teammate): string | null =>
  resolveFields(teammate, null, { fields: phones }).find(({ value }) => value !== '')?.value ?? null;

export const presentSummary = (
  teammate: Teammate,
  settings: SyncSettings,
  enrichment: Enrichment | null,
): TeammateSummary => {
  const { id, status, profile, scope, departure } = teammate;
  const measured = completenessOf(teammate);
  return {
    id,
    status,
    displayName: nameOf(profile),
    mail: profile.mail,
    userPrincipalName: profile.userPrincipalName,
    jobTitle: shownValue(teammate, 'jobTitle') || null,
    department: shownValue(teammate, 'department') || null,
    photo: photoHash(enrichment),
    isInScope: scope.inScope,
    departure: departure?.state ?? null,
    removalDue: removalDue(teammate, settings)?.toISOString() ?? null,
    restorableUntil: restorableUntil(teammate)?.toISOString() ?? null,
    phone: phoneOf(teammate),
    completeness: { ...measured, missing: [...measured.missing] },
    updatedAt: teammate.updatedAt,
  };
};

const presentFields = (teammate: Teammate, { manager, fields: settings }: Aside): TeammateBody['fields'] => {
  const omitted = new Set((teammate.profile.omitted ?? []).map(keyOfAttribute));
  return resolveFields(teammate, manager, { settings }).map((field) => ({
    ...field,
    isOmitted: omitted.has(field.key),
    ...presentOverride(teammate, field.key),
    labels: labelsOf(settings, field.key),
    kind: overrideKind(field.key, settings),
    hideable: isHideable(field.key, settings),
  }));
};

/** Who set the override of a field, and when. */
const presentOverride = (
  { overrideStamps }: Teammate,
  key: string,
): Pick<FieldValue, 'setBy' | 'setAt' | 'approvedBy' | 'until'> => {
  const { by = null, at = null, approvedBy = null, until = null } = overrideStamps?.[key] ?? {};
  return { setBy: by, setAt: at, approvedBy, until };
};

export const presentTeammate = (teammate: Teammate, settings: SyncSettings, aside: Aside): TeammateBody => ({
  ...presentSummary(teammate, settings, aside.enrichment),
  accountEnabled: teammate.profile.accountEnabled,
  userType: teammate.profile.userType,
  fields: presentFields(teammate, aside),
  overridesRevision: overridesRevision(teammate),
  scope: presentVerdict(teammate.scope),
  addedAt: teammate.addedAt,
  disabledAt: teammate.disabledAt,
});
