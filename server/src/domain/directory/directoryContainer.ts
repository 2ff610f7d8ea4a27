/** A group or administrative unit of the directory, as an admin picks it. */
export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mail: string | null;
  readonly kind: 'security' | 'microsoft365' | 'distribution' | 'mailSecurity';
  readonly isDynamic: boolean;
  /** Only readable with Member.Read.Hidden. */
  readonly hasHiddenMembers: boolean;
}

export interface DirectoryUnit {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly isDynamic: boolean;
  readonly hasHiddenMembers: boolean;
}

/** A container of people: what the selection names and what membership edges start from. */
export type ContainerKind = 'group' | 'unit';

/** One direct member of a container. Devices, contacts and service principals are left out by the reader. */
export interface DirectoryMember {
  readonly id: string;
  readonly kind: 'user' | 'group';
  /** Name of a nested group; null for people. */
  readonly displayName: string | null;
}
