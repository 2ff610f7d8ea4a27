import type { Directory } from '../../directory/directory.ts';
import type { DirectoryGroup, DirectoryUnit, DirectoryUser, ObjectKind } from '../../directory/model.ts';
import type { GraphCall } from '../graphCall.ts';
import { isAllowed } from '../graphCall.ts';
import { groupProperties } from './groupProperties.ts';
import { rowOf } from './propertyTable.ts';
import type { PropertyTable } from './propertyTable.ts';
import { unitProperties } from './unitProperties.ts';
import { userProperties } from './userProperties.ts';

export type DirectoryObject = DirectoryUser | DirectoryGroup | DirectoryUnit;

export interface KindFacts {
  table: PropertyTable;
  odataType: string;
  /** Any of these lets an app read more than the id: permissions.json, see FIDELITY.md */
  readPermissions: readonly string[];
}

export const KINDS: Readonly<Record<ObjectKind, KindFacts>> = {
  user: {
    table: userProperties,
    odataType: '#microsoft.graph.user',
    readPermissions: ['User.Read.All', 'Directory.Read.All', 'User.ReadBasic.All'],
  },
  group: {
    table: groupProperties,
    odataType: '#microsoft.graph.group',
    readPermissions: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All', 'Group.ReadBasic.All'],
  },
  unit: {
    table: unitProperties,
    odataType: '#microsoft.graph.administrativeUnit',
    readPermissions: ['AdministrativeUnit.Read.All', 'Directory.Read.All'],
  },
};

const AGENT = '#microsoft.graph.agentUser';

/** The type of one object: accounts of AI agents are of one derived from user. */
export function odataTypeOf(kind: ObjectKind, object: DirectoryObject | undefined): string {
  return isAgent(object) ? AGENT : KINDS[kind].odataType;
}

/** A derived type is always named, also where the declared one goes without saying, and whatever is selected. */
export function derivedType(object: DirectoryObject): { '@odata.type'?: string } {
  return isAgent(object) ? { '@odata.type': AGENT } : {};
}

function isAgent(object: DirectoryObject | undefined): boolean {
  return object !== undefined && 'isAgent' in object && object.isAgent === true;
}

const BASIC_USER = new Set([
  'displayName',
  'givenName',
  'id',
  'mail',
  'surname',
  'userPrincipalName',
  'securityIdentifier',
]);

export function tableOf(directory: Directory, kind: ObjectKind) {
  return { user: directory.users, group: directory.groups, unit: directory.units }[kind];
}

export function findLive(directory: Directory, kind: ObjectKind, id: string): DirectoryObject | undefined {
  return tableOf(directory, kind).findLive(id);
}

/** The object as an answer about it alone has it, which may be behind. */
export function findSeen({ world }: GraphCall, kind: ObjectKind, id: string): DirectoryObject | undefined {
  return tableOf(world.directory, kind).findLiveBefore(id, world.behaviour.singleReadsLag);
}

/** The value as stored; undefined when it was never set. */
export function storedValue(object: DirectoryObject, name: string): unknown {
  const value = (object as unknown as Record<string, unknown>)[name];
  if (name === 'onPremisesExtensionAttributes' && value) return { ...NO_ATTRIBUTES, ...value };
  if (name === 'proxyAddresses' && value === undefined) {
    return typeof object['mail' as keyof DirectoryObject] === 'string'
      ? [`SMTP:${(object as DirectoryUser).mail}`]
      : undefined;
  }
  return value;
}

const NO_ATTRIBUTES = Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`extensionAttribute${at + 1}`, null]));

/** The value as a listing shows it: what was never set is null, or an empty collection. */
export function shownValue(kind: ObjectKind, object: DirectoryObject, name: string): unknown {
  const value = storedValue(object, name);
  if (value !== undefined) return value;
  if (name === 'onPremisesExtensionAttributes' && kind === 'user') return NO_ATTRIBUTES;
  const type = rowOf(KINDS[kind].table, name)?.type;
  return type === 'texts' || type === 'complexes' ? [] : null;
}

export function mayRead(call: GraphCall, kind: ObjectKind): boolean {
  return isAllowed(call, KINDS[kind].readPermissions);
}

/** User.ReadBasic.All shows names and mail only. */
export function mayReadProperty(call: GraphCall, kind: ObjectKind, name: string): boolean {
  return kind !== 'user' || BASIC_USER.has(name) || isAllowed(call, ['User.Read.All', 'Directory.Read.All']);
}
