import { z } from 'zod';
import { isUserType } from './people/userType.ts';
import type { DirectoryGroup, DirectoryMember, DirectoryUnit } from '../domain/directory/directoryContainer.ts';

const graphGroupSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  description: z.string().nullish(),
  mail: z.string().nullish(),
  mailEnabled: z.boolean().nullish(),
  securityEnabled: z.boolean().nullish(),
  groupTypes: z.array(z.string()).nullish(),
  visibility: z.string().nullish(),
});

export const groupSelect = 'id,displayName,description,mail,mailEnabled,securityEnabled,groupTypes,visibility';

/** https://learn.microsoft.com/graph/api/resources/groups-overview#group-types-in-microsoft-entra-id-and-microsoft-graph */
const kindOf = (group: z.infer<typeof graphGroupSchema>): DirectoryGroup['kind'] => {
  if (group.groupTypes?.includes('Unified') === true) return 'microsoft365';
  if (group.mailEnabled !== true) return 'security';
  return group.securityEnabled === true ? 'mailSecurity' : 'distribution';
};

export const toDirectoryGroup = (raw: unknown): DirectoryGroup => {
  const group = graphGroupSchema.parse(raw);
  return {
    id: group.id.toLowerCase(),
    displayName: group.displayName ?? group.id,
    description: group.description ?? null,
    mail: group.mail ?? null,
    kind: kindOf(group),
    isDynamic: group.groupTypes?.includes('DynamicMembership') === true,
    hasHiddenMembers: group.visibility === 'HiddenMembership',
  };
};

const graphUnitSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  description: z.string().nullish(),
  membershipType: z.string().nullish(),
  visibility: z.string().nullish(),
});

export const unitSelect = 'id,displayName,description,membershipType,visibility';

export const toDirectoryUnit = (raw: unknown): DirectoryUnit => {
  const unit = graphUnitSchema.parse(raw);
  return {
    id: unit.id.toLowerCase(),
    displayName: unit.displayName ?? unit.id,
    description: unit.description ?? null,
    isDynamic: unit.membershipType === 'Dynamic',
    hasHiddenMembers: unit.visibility === 'HiddenMembership',
  };
};

const graphMemberSchema = z.object({
  '@odata.type': z.string(),
  id: z.string(),
  displayName: z.string().nullish().catch(null),
});

/** Null for devices, contacts and service principals: they are no people and lead to none. */
export const toDirectoryMember = (raw: unknown): DirectoryMember | null => {
  const member = graphMemberSchema.parse(raw);
  const id = member.id.toLowerCase();
  if (member['@odata.type'] === '#microsoft.graph.group')
    return { id, kind: 'group', displayName: member.displayName ?? null };
  return isUserType(member) ? { id, kind: 'user', displayName: null } : null;
};
