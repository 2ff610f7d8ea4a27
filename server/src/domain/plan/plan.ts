import type { ComparedAttribute, DirectoryUser } from '../directory/directoryUser.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';

export type AttributeValue = string | boolean | readonly string[] | null;

export interface FieldChange {
  readonly field: ComparedAttribute;
  readonly old: AttributeValue;
  readonly new: AttributeValue;
}

/**
 * What a sync would do to one person.
 * - add: not kept yet, in scope. update: kept, profile differs. enable: was disabled, is in scope again (may carry changes).
 * - disable: left the scope or the account was disabled. remove: has been disabled for as long as the settings say.
 * - hold: would be disabled or removed, but the guard asks an admin first.
 */
export const planActions = ['add', 'update', 'enable', 'disable', 'remove', 'hold'] as const;
export type PlanAction = (typeof planActions)[number];

export interface PlanEntry {
  readonly action: PlanAction;
  readonly teammateId: string;
  readonly displayName: string;
  readonly changes: readonly FieldChange[];
  readonly scope: ScopeVerdict;
  /** The profile to keep; null when the person is gone from the directory. */
  readonly profile: DirectoryUser | null;
}

export interface PlanCounts {
  readonly add: number;
  readonly update: number;
  readonly enable: number;
  readonly disable: number;
  readonly remove: number;
  readonly hold: number;
  readonly unchanged: number;
  /** People in scope now. */
  readonly inScope: number;
  /** People a pick covers but an exclusion or filter left out. */
  readonly leftOut: number;
}

export const noCounts: PlanCounts = {
  add: 0,
  update: 0,
  enable: 0,
  disable: 0,
  remove: 0,
  hold: 0,
  unchanged: 0,
  inScope: 0,
  leftOut: 0,
};

/** Something about the selection that the admin should look at; none of these disables anybody by itself. */
export interface PlanWarning {
  readonly code:
    | 'group-gone'
    | 'unit-gone'
    | 'group-empty'
    | 'unit-empty'
    | 'group-unreadable'
    | 'unit-unreadable'
    | 'group-renamed'
    | 'unit-renamed'
    | 'person-gone'
    | 'element-unreadable'
    | 'departures-held';
  readonly id: string;
  readonly displayName: string;
  /** Of an element that could not be read: what was wrong with it. */
  readonly property?: string;
}
