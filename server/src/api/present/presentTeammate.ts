import type { Teammate as TeammateBody, TeammateSummary } from '../../contract/teammates.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import type { SyncSettings } from '../../domain/settings/syncSettings.ts';
import type { ManagerProfile, Supplement } from '../../domain/supplement/supplement.ts';
import { removalDue, restorableUntil } from '../../domain/teammate/removalDue.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { presentVerdict } from './presentVerdict.ts';

/** What is known about a teammate besides themselves. */
interface Aside {
  readonly supplement: Supplement | null;
  readonly manager: ManagerProfile | null;
}

const photoHash = (supplement: Supplement | null): string | null => supplement?.photo?.hash ?? null;

export const presentSummary = (
  teammate: Teammate,
  settings: SyncSettings,
  supplement: Supplement | null,
): TeammateSummary => {
  const { id, status, profile, scope, departure } = teammate;
  return {
    id,
    status,
    displayName: nameOf(profile),
    mail: profile.mail,
    userPrincipalName: profile.userPrincipalName,
    jobTitle: profile.jobTitle,
    department: profile.department,
    photo: photoHash(supplement),
    isInScope: scope.inScope,
    departure: departure?.state ?? null,
    removalDue: removalDue(teammate, settings)?.toISOString() ?? null,
    restorableUntil: restorableUntil(teammate)?.toISOString() ?? null,
  };
};

export const presentTeammate = (teammate: Teammate, settings: SyncSettings, aside: Aside): TeammateBody => ({
  ...presentSummary(teammate, settings, aside.supplement),
  accountEnabled: teammate.profile.accountEnabled,
  userType: teammate.profile.userType,
  fields: [...resolveFields(teammate, aside.manager)],
  scope: presentVerdict(teammate.scope),
  addedAt: teammate.addedAt,
  updatedAt: teammate.updatedAt,
  disabledAt: teammate.disabledAt,
});
