import type { Teammate as TeammateBody, TeammateSummary } from '../../contract/teammates.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { presentVerdict } from './presentVerdict.ts';

export const presentSummary = ({ id, status, profile }: Teammate): TeammateSummary => ({
  id,
  status,
  displayName: profile.displayName ?? profile.userPrincipalName,
  mail: profile.mail,
  userPrincipalName: profile.userPrincipalName,
  jobTitle: profile.jobTitle,
  department: profile.department,
});

export const presentTeammate = (teammate: Teammate): TeammateBody => ({
  ...presentSummary(teammate),
  accountEnabled: teammate.profile.accountEnabled,
  userType: teammate.profile.userType,
  fields: [...resolveFields(teammate)],
  scope: presentVerdict(teammate.scope),
  addedAt: teammate.addedAt,
  updatedAt: teammate.updatedAt,
  disabledAt: teammate.disabledAt,
});
