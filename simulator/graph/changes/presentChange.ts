import { maySeeMembers } from '../objects/collections.ts';
import { KINDS, derivedType, mayReadProperty, storedValue } from '../objects/objectKinds.ts';
import type { DirectoryObject } from '../objects/objectKinds.ts';
import type { MemberEntry, MemberPart } from './memberDelta.ts';
import { readMemberPart } from './memberDelta.ts';
import { defaultNames } from '../objects/propertyTable.ts';
import type { RoundView } from './roundView.ts';
import { isToldAsRemoved, isToldInFull, linksSince } from './roundView.ts';

export interface ShownChange {
  value: Record<string, unknown>;
  members: number;
  /** More members of this object follow after this id. */
  more?: string;
}

/**
 * An object as a delta page shows it, or undefined when this round has nothing to tell about it. Properties never set are
 * left out, cleared ones are null: https://learn.microsoft.com/en-us/graph/api/user-delta
 */
export function presentChange(
  view: RoundView,
  id: string,
  from: { after: string | undefined; room: number },
): ShownChange | undefined {
  const { since } = view.round;
  const trace = view.table.log.trace(id);
  const told = since === undefined || view.replayed;
  if (!told && (trace === undefined || trace.last < since)) return undefined;
  const object = view.table.find(id);
  if (!object) return told ? undefined : removed(id, 'deleted');
  if (object.deletedDateTime !== undefined || isToldAsRemoved(view, id)) return removed(id, 'changed');
  return presentLiving(view, object, from);
}

function removed(id: string, reason: 'changed' | 'deleted'): ShownChange {
  return { value: { id, '@removed': { reason } }, members: 0 };
}

function presentLiving(
  view: RoundView,
  object: DirectoryObject,
  from: { after: string | undefined; room: number },
): ShownChange | undefined {
  const changed = changedNames(view, object);
  const { entries, more } = relationPart(view, object, from);
  if (changed?.length === 0 && entries.length === 0 && from.after === undefined) return undefined;
  const minimal = view.call.header('prefer')?.includes('return=minimal');
  const value = storedValues(object, (minimal ? changed : undefined) ?? selectedForDelta(view));
  if (entries.length > 0) value[RELATION_NAME[view.kind]] = entries;
  return { value, members: entries.length, ...(more !== undefined && { more }) };
}

const RELATION_NAME = { user: 'manager@delta', group: 'members@delta', unit: 'members@delta' } as const;

function storedValues(object: DirectoryObject, names: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = { ...derivedType(object), id: object.id };
  for (const name of names) {
    const stored = storedValue(object, name);
    if (stored !== undefined) values[name] = stored;
  }
  return values;
}

/** The selected properties that changed in this round; undefined when the object counts as new. */
function changedNames(view: RoundView, object: DirectoryObject): string[] | undefined {
  const { since = 0 } = view.round;
  if (isToldInFull(view, object.id)) return undefined;
  const trace = view.table.log.trace(object.id);
  const selected = selectedForDelta(view);
  const changed = new Set(selected.filter((name) => (trace?.properties.get(name) ?? -1) >= since));
  // A changed directory extension brings along all selected ones of its type.
  for (const name of [...changed].filter(isExtension)) {
    const type = typeof storedValue(object, name);
    for (const other of selected)
      if (isExtension(other) && typeof storedValue(object, other) === type) changed.add(other);
  }
  return [...changed];
}

function isExtension(name: string): boolean {
  return name.startsWith('extension_');
}

function selectedForDelta({ call, kind, round }: RoundView): string[] {
  const names = round.select ?? defaultNames(KINDS[kind].table);
  return names.filter((name) => name !== 'id' && mayReadProperty(call, kind, name));
}

function relationPart(
  view: RoundView,
  object: DirectoryObject,
  from: { after: string | undefined; room: number },
): MemberPart {
  if (!view.tracksRelation) return { entries: [] };
  if (view.kind === 'user') return { entries: managerEntries(view, object) };
  return maySeeMembers(view.call, object.id) ? readMemberPart(view, object.id, from) : { entries: [] };
}

function managerEntries(view: RoundView, { id, ...object }: DirectoryObject): MemberEntry[] {
  const links = linksSince(view, id);
  const entries: MemberEntry[] = [];
  for (const [manager, { removed }] of links) {
    if (removed) entries.push({ ...reference(manager), '@removed': { reason: 'deleted' } });
  }
  const { managerId } = object as { managerId?: string };
  if (managerId !== undefined && (isToldInFull(view, id) || links.has(managerId))) entries.push(reference(managerId));
  return entries;
}

function reference(id: string): MemberEntry {
  return { '@odata.type': '#microsoft.graph.user', id };
}
