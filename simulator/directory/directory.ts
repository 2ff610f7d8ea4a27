import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../movableClock.ts';
import type {
  DirectoryGroup,
  DirectorySeed,
  DirectoryUnit,
  DirectoryUser,
  ExtensionDefinition,
  GroupProperties,
  ObjectKind,
  Organization,
  UnitProperties,
  UserProperties,
} from './model.ts';
import { Membership } from './membership.ts';
import { ObjectTable } from './objectTable.ts';

export type NewUser = Partial<UserProperties> & {
  userPrincipalName: string;
  id?: string;
  photo?: string;
  isAgent?: true;
};

/**
 * The simulated tenant. Every change goes through here and is recorded, so it shows in listings at once and in delta rounds
 * later. What is recorded when follows https://learn.microsoft.com/en-us/graph/delta-query-users and -groups.
 */
export class Directory {
  readonly extensions: readonly ExtensionDefinition[];
  readonly users: ObjectTable<DirectoryUser>;
  readonly groups: ObjectTable<DirectoryGroup>;
  readonly units: ObjectTable<DirectoryUnit>;
  readonly groupMembers: Membership;
  readonly unitMembers: Membership;
  #organization: Organization;
  readonly #clock: MovableClock;
  readonly #roles: Map<string, readonly string[]>;
  readonly #appRoles: ReadonlyMap<string, readonly string[]>;
  readonly #byName = new Map<string, string>();

  constructor(seed: DirectorySeed, clock: MovableClock) {
    this.#clock = clock;
    this.#organization = seed.organization;
    this.extensions = seed.extensions ?? [];
    this.users = new ObjectTable(seed.users, clock);
    this.groups = new ObjectTable(
      seed.groups.map((group) => withoutMembers(group) as DirectoryGroup),
      clock,
    );
    this.units = new ObjectTable(
      seed.units.map((unit) => withoutMembers(unit) as DirectoryUnit),
      clock,
    );
    this.groupMembers = new Membership(seed.groups, clock);
    this.unitMembers = new Membership(seed.units, clock);
    this.#roles = new Map(Object.entries(seed.roles));
    this.#appRoles = new Map(Object.entries(seed.appRoles ?? {}));
    for (const user of seed.users) this.#byName.set(user.userPrincipalName.toLowerCase(), user.id);
  }

  get organization(): Organization {
    return this.#organization;
  }

  /** No delta tells of it. */
  updateOrganization(changes: Partial<Omit<Organization, 'id'>>): void {
    this.#organization = { ...this.#organization, ...changes };
  }

  /** Calls back at every recorded change of a person, a group or a membership. */
  watch(changed: () => void): void {
    this.users.log.watcher = changed;
    this.groups.log.watcher = changed;
  }

  rolesOf(userId: string): readonly string[] {
    return this.#roles.get(userId) ?? [];
  }

  appRolesOf(userId: string): readonly string[] {
    return this.#appRoles.get(userId) ?? [];
  }

  setRoles(userId: string, roleTemplateIds: readonly string[]): void {
    this.#roles.set(userId, roleTemplateIds);
  }

  /** By object id or user principal name; people in the recycle bin are not found. */
  findUser(idOrName: string): DirectoryUser | undefined {
    return this.users.findLive(idOrName) ?? this.users.findLive(this.#byName.get(idOrName.toLowerCase()) ?? '');
  }

  kindOf(id: string): ObjectKind | undefined {
    if (this.users.find(id)) return 'user';
    if (this.groups.find(id)) return 'group';
    return this.units.find(id) ? 'unit' : undefined;
  }

  addUser({ id = randomUUID(), ...properties }: NewUser): DirectoryUser {
    const user: DirectoryUser = {
      displayName: properties.userPrincipalName,
      accountEnabled: true,
      userType: 'Member',
      createdDateTime: this.#timestamp(),
      ...properties,
      id,
    };
    this.users.insert(user);
    this.#byName.set(user.userPrincipalName.toLowerCase(), id);
    return user;
  }

  /** Sets properties; null clears one. Only properties that really change are recorded. */
  updateUser(id: string, changes: Partial<UserProperties> & { photo?: string }): void {
    const { photo, ...properties } = changes;
    const user = this.#user(id);
    const changed = changedNames(user, properties);
    // Addresses that were never set by hand follow the mail address.
    if (changed.includes('mail') && user.proxyAddresses === undefined) changed.push('proxyAddresses');
    this.users.replace({ ...user, ...changes });
    // A photo is kept outside the directory, so no delta tells of it.
    if (photo !== undefined && changed.length === 0) return;
    if (changed.length > 0) this.users.log.recordProperties(id, changed);
    if (properties.userPrincipalName === undefined) return;
    this.#byName.delete(user.userPrincipalName.toLowerCase());
    this.#byName.set(properties.userPrincipalName.toLowerCase(), id);
  }

  removePhoto(id: string): void {
    this.users.replace(without(this.#user(id), 'photo') as DirectoryUser);
  }

  setManager(id: string, managerId: string | null): void {
    const { managerId: old, ...rest } = this.#user(id);
    if (managerId !== null) this.#user(managerId);
    if (old === (managerId ?? undefined)) return;
    this.users.replace((managerId === null ? rest : { ...rest, managerId }) as DirectoryUser);
    if (old !== undefined) this.users.log.recordLink(id, old, true);
    if (managerId !== null) this.users.log.recordLink(id, managerId, false);
  }

  /** To the recycle bin. Group memberships stay, and no group delta tells of it. */
  softDeleteUser(id: string): void {
    const user = this.#user(id);
    if (user.deletedDateTime !== undefined) return;
    this.users.replace({ ...user, deletedDateTime: this.#timestamp() });
    this.users.log.recordDeparture(id);
  }

  /** Out of the recycle bin: delta shows the user as newly created. */
  restoreUser(id: string): void {
    const { deletedDateTime, ...user } = this.#user(id);
    if (deletedDateTime === undefined) return;
    this.users.replace(user as DirectoryUser);
    this.users.log.recordBirth(id);
  }

  /** For good. Only now do groups and units report the member as removed. */
  hardDeleteUser(id: string): void {
    const user = this.#user(id);
    this.#leaveEverything(id);
    this.users.purge(id);
    if (this.#byName.get(user.userPrincipalName.toLowerCase()) === id) {
      this.#byName.delete(user.userPrincipalName.toLowerCase());
    }
    for (const report of this.users.live()) if (report.managerId === id) this.setManager(report.id, null);
  }

  addGroup({ id = randomUUID(), ...properties }: Partial<GroupProperties> & { displayName: string; id?: string }) {
    const group: DirectoryGroup = {
      groupTypes: [],
      mailEnabled: false,
      securityEnabled: true,
      createdDateTime: this.#timestamp(),
      ...properties,
      id,
    };
    this.groups.insert(group);
    this.groupMembers.open(id);
    return group;
  }

  updateGroup(id: string, changes: Partial<GroupProperties>): void {
    const group = required(this.groups.find(id), id);
    const changed = changedNames(group, changes);
    this.groups.replace({ ...group, ...changes });
    if (changed.length > 0) this.groups.log.recordProperties(id, changed);
  }

  /** Microsoft 365 groups go to the recycle bin, security groups are gone at once. */
  deleteGroup(id: string): void {
    const group = required(this.groups.find(id), id);
    if (group.groupTypes?.includes('Unified') && group.deletedDateTime === undefined) {
      this.groups.replace({ ...group, deletedDateTime: this.#timestamp() });
      this.groups.log.recordDeparture(id);
      return;
    }
    this.#leaveEverything(id);
    this.groups.purge(id);
    this.groupMembers.drop(id);
  }

  restoreGroup(id: string): void {
    const { deletedDateTime, ...group } = required(this.groups.find(id), id);
    if (deletedDateTime === undefined) return;
    this.groups.replace(group as DirectoryGroup);
    this.groups.log.recordBirth(id);
  }

  addMember(groupId: string, memberId: string): void {
    required(this.kindOf(memberId), memberId);
    if (this.groupMembers.add(groupId, memberId)) this.groups.log.recordLink(groupId, memberId, false);
  }

  removeMember(groupId: string, memberId: string): void {
    if (this.groupMembers.remove(groupId, memberId)) this.groups.log.recordLink(groupId, memberId, true);
  }

  addUnit({ id = randomUUID(), ...properties }: UnitProperties & { id?: string }): DirectoryUnit {
    const unit: DirectoryUnit = { ...properties, id };
    this.units.insert(unit);
    this.unitMembers.open(id);
    return unit;
  }

  updateUnit(id: string, changes: Partial<UnitProperties>): void {
    const unit = required(this.units.find(id), id);
    const changed = changedNames(unit, changes);
    this.units.replace({ ...unit, ...changes });
    if (changed.length > 0) this.units.log.recordProperties(id, changed);
  }

  deleteUnit(id: string): void {
    required(this.units.find(id), id);
    this.units.purge(id);
    this.unitMembers.drop(id);
  }

  addUnitMember(unitId: string, memberId: string): void {
    required(this.kindOf(memberId), memberId);
    if (this.unitMembers.add(unitId, memberId)) this.units.log.recordLink(unitId, memberId, false);
  }

  removeUnitMember(unitId: string, memberId: string): void {
    if (this.unitMembers.remove(unitId, memberId)) this.units.log.recordLink(unitId, memberId, true);
  }

  #leaveEverything(id: string): void {
    for (const groupId of [...this.groupMembers.holdersOf(id)]) this.removeMember(groupId, id);
    for (const unitId of [...this.unitMembers.holdersOf(id)]) this.removeUnitMember(unitId, id);
  }

  #user(id: string): DirectoryUser {
    return required(this.users.find(id), id);
  }

  #timestamp(): string {
    return graphTimestamp(this.#clock.now());
  }
}

/** Graph writes directory timestamps without fractions. */
export function graphTimestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function changedNames(before: object, changes: object): string[] {
  const old = before as Record<string, unknown>;
  return Object.entries(changes)
    .filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
    .map(([name]) => name);
}

function withoutMembers<T extends { memberIds: readonly string[] }>(object: T): Omit<T, 'memberIds'> {
  return without(object, 'memberIds');
}

function without<T extends object, K extends keyof T>(object: T, name: K): Omit<T, K> {
  const copy = { ...object };
  delete copy[name];
  return copy;
}

function required<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`There is no object ${id} in the simulated directory`);
  return found;
}
