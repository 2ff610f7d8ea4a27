import type { ContainerKind } from '../directory/directoryContainer.ts';
import type { Picked, Selection } from './selection.ts';
import type { InclusionReason } from './scopeReason.ts';

/** A group that is a direct member of a group or unit. */
export interface GroupEdge {
  readonly container: ContainerKind;
  readonly containerId: string;
  readonly groupId: string;
}

/** What the selection means for each container, worked out once and then asked for every person. */
export interface ScopeContext {
  readonly selection: Selection;
  /** Being a direct member of this container brings a person in, for these reasons. */
  readonly included: ReadonlyMap<string, readonly InclusionReason[]>;
  /** Being a direct member of this group keeps a person out; the chain starts at the excluded group. */
  readonly excluded: ReadonlyMap<string, readonly Picked[]>;
  readonly pickedPeople: ReadonlySet<string>;
  readonly excludedPeople: ReadonlySet<string>;
}

/** Enough to explain; a person covered by more picks than this is still explained by the first ones. */
const maximumReasons = 5;

interface GroupTree {
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly nameOf: (id: string) => string;
}

const childrenOf = (edges: readonly GroupEdge[]): GroupTree['children'] => {
  const children = new Map<string, string[]>();
  for (const edge of edges) {
    const siblings = children.get(edge.containerId);
    if (siblings === undefined) children.set(edge.containerId, [edge.groupId]);
    else siblings.push(edge.groupId);
  }
  return children;
};

/** Shortest chain from a root to every group below it; groups may contain each other in circles. */
const chainsBelow = (root: Picked, { children, nameOf }: GroupTree): Map<string, Picked[]> => {
  const chains = new Map<string, Picked[]>([[root.id, [root]]]);
  for (const [id, chain] of chains) {
    for (const child of children.get(id) ?? []) {
      if (!chains.has(child)) chains.set(child, [...chain, { id: child, displayName: nameOf(child) }]);
    }
  }
  return chains;
};

export interface ScopeSources {
  readonly selection: Selection;
  readonly groupEdges: readonly GroupEdge[];
  readonly groupNames: Readonly<Record<string, string>>;
}

/**
 * Works out which containers count, through nested groups and circles of them. Unit members count directly; groups in
 * a unit only where the admin said so, as Entra itself does not count them.
 */
export const openScopeContext = (sources: ScopeSources): ScopeContext => {
  const { selection } = sources;
  const tree: GroupTree = { children: childrenOf(sources.groupEdges), nameOf: (id) => sources.groupNames[id] ?? id };
  return {
    selection,
    included: inclusions(selection, tree),
    excluded: exclusions(selection, tree),
    pickedPeople: new Set(selection.people.map((person) => person.id)),
    excludedPeople: new Set(selection.excludedPeople.map((person) => person.id)),
  };
};

const inclusions = (selection: Selection, tree: GroupTree): ReadonlyMap<string, readonly InclusionReason[]> => {
  const included = new Map<string, InclusionReason[]>();
  const include = (id: string, reason: InclusionReason) => {
    const reasons = included.get(id);
    if (reasons === undefined) included.set(id, [reason]);
    else if (reasons.length < maximumReasons) reasons.push(reason);
  };
  for (const group of selection.groups) {
    for (const [id, chain] of chainsBelow(group, tree)) include(id, { kind: 'group', chain });
  }
  for (const { id: unitId, displayName, includeGroups } of selection.units) {
    const unit = { id: unitId, displayName };
    include(unitId, { kind: 'unit', unit, chain: [] });
    for (const groupId of includeGroups ? (tree.children.get(unitId) ?? []) : []) {
      const root = { id: groupId, displayName: tree.nameOf(groupId) };
      for (const [id, chain] of chainsBelow(root, tree)) include(id, { kind: 'unit', unit, chain });
    }
  }
  return included;
};

const exclusions = (selection: Selection, tree: GroupTree): ReadonlyMap<string, readonly Picked[]> => {
  const excluded = new Map<string, readonly Picked[]>();
  for (const group of selection.excludedGroups) {
    for (const [id, chain] of chainsBelow(group, tree)) if (!excluded.has(id)) excluded.set(id, chain);
  }
  return excluded;
};
