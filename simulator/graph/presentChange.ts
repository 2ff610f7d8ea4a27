import { maySeeMembers } from './collections.ts';
import { KINDS, mayReadProperty, storedValue } from './objectKinds.ts';
import type { DirectoryObject } from './objectKinds.ts';
import type { MemberEntry, MemberPart } from './memberDelta.ts';
import { readMemberPart } from './memberDelta.ts';
import { defaultNames } from './propertyTable.ts';
import type { RoundView } from './roundView.ts';
import { isNewSince } from './roundView.ts';

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
  if (object.deletedDateTime !== undefined) return removed(id, 'changed');
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
  const relation = relationPart(view, object, from);
  if (changed && changed.length === 0 && relation.entries.length === 0 && from.after === undefined) return undefined;
  const minimal = view.call.header('prefer')?.includes('return=minimal') ?? false;
  const value: Record<string, unknown> = { id: object.id };
  for (const name of minimal && changed ? changed : selectedForDelta(view)) {
    const stored = storedValue(object, name);
    if (stored !== undefined) value[name] = stored;
  }
  const relationName = view.kind === 'user' ? 'manager@delta' : 'members@delta';
  if (relation.entries.length > 0) value[relationName] = relation.entries;
  return { value, members: relation.entries.length, ...(relation.more !== undefined && { more: relation.more }) };
}

/** The selected properties that changed in this round; undefined when the object counts as new. */
function changedNames(view: RoundView, object: DirectoryObject): string[] | undefined {
  const { since } = view.round;
  const trace = view.table.log.trace(object.id);
  if (since === undefined || view.replayed || isNewSince(trace, since)) return undefined;
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

function managerEntries({ table, round, replayed }: RoundView, object: DirectoryObject): MemberEntry[] {
  const { managerId } = object as { managerId?: string };
  const { since = -1 } = round;
  const trace = table.log.trace(object.id);
  const full = since < 0 || replayed || isNewSince(trace, since);
  const entries: MemberEntry[] = [];
  for (const [id, change] of since < 0 ? [] : (trace?.links ?? [])) {
    if (change.at >= since && change.removed) entries.push({ ...reference(id), '@removed': { reason: 'deleted' } });
  }
  const isNews = managerId !== undefined && (full || (trace?.links.get(managerId)?.at ?? -1) >= since);
  if (isNews) entries.push(reference(managerId));
  return entries;
}

function reference(id: string): MemberEntry {
  return { '@odata.type': '#microsoft.graph.user', id };
}
