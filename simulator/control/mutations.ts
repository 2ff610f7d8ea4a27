import { z } from 'zod';
import type { Directory } from '../directory/directory.ts';
import type { GroupProperties, Organization, UnitProperties, UserProperties } from '../directory/model.ts';

const properties = z.record(z.string(), z.unknown());
const id = z.string();

/** The changes of `Directory` as JSON: `{"op": "updateUser", "id": "…", "properties": {"jobTitle": "…"}}`. */
export const mutationSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('addUser'), properties }),
  z.object({ op: z.literal('updateUser'), id, properties }),
  z.object({ op: z.literal('setManager'), id, managerId: z.string().nullable() }),
  z.object({ op: z.literal('removePhoto'), id }),
  z.object({ op: z.literal('setRoles'), id, roles: z.array(z.string()) }),
  z.object({ op: z.literal('softDeleteUser'), id }),
  z.object({ op: z.literal('restoreUser'), id }),
  z.object({ op: z.literal('hardDeleteUser'), id }),
  z.object({ op: z.literal('addGroup'), properties }),
  z.object({ op: z.literal('updateGroup'), id, properties }),
  z.object({ op: z.literal('deleteGroup'), id }),
  z.object({ op: z.literal('restoreGroup'), id }),
  z.object({ op: z.literal('addMember'), id, memberId: id }),
  z.object({ op: z.literal('removeMember'), id, memberId: id }),
  z.object({ op: z.literal('addUnit'), properties }),
  z.object({ op: z.literal('updateUnit'), id, properties }),
  z.object({ op: z.literal('deleteUnit'), id }),
  z.object({ op: z.literal('addUnitMember'), id, memberId: id }),
  z.object({ op: z.literal('removeUnitMember'), id, memberId: id }),
  z.object({ op: z.literal('updateOrganization'), properties }),
]);

export type Mutation = z.infer<typeof mutationSchema>;

/** @returns the new object, for the mutations that make one. People are named by id or user principal name. */
export function applyMutation(directory: Directory, mutation: Mutation): unknown {
  switch (mutation.op) {
    case 'addUser':
      return directory.addUser(mutation.properties as unknown as UserProperties);
    case 'addGroup':
      return directory.addGroup(mutation.properties as unknown as GroupProperties);
    case 'addUnit':
      return directory.addUnit(mutation.properties as unknown as UnitProperties);
    case 'updateUser':
      return directory.updateUser(person(directory, mutation.id), mutation.properties as Partial<UserProperties>);
    case 'updateGroup':
      return directory.updateGroup(mutation.id, mutation.properties as Partial<GroupProperties>);
    case 'updateUnit':
      return directory.updateUnit(mutation.id, mutation.properties as Partial<UnitProperties>);
    case 'updateOrganization':
      return directory.updateOrganization(mutation.properties as Partial<Organization>);
    default:
      return applyPlain(directory, mutation);
  }
}

type Plain = Exclude<Mutation, { properties: unknown }>;

function applyPlain(directory: Directory, mutation: Plain): void {
  if ('memberId' in mutation) {
    directory[mutation.op](mutation.id, person(directory, mutation.memberId));
    return;
  }
  if (mutation.op === 'setManager') {
    const { managerId } = mutation;
    directory.setManager(person(directory, mutation.id), managerId === null ? null : person(directory, managerId));
    return;
  }
  if (mutation.op === 'setRoles') {
    directory.setRoles(person(directory, mutation.id), mutation.roles);
    return;
  }
  directory[mutation.op](person(directory, mutation.id));
}

function person(directory: Directory, idOrName: string): string {
  return directory.findUser(idOrName)?.id ?? idOrName;
}
