import type { LinkChange } from '../../directory/changeLog.ts';
import { findLive, odataTypeOf } from '../objects/objectKinds.ts';
import type { LinkChanges, RoundView } from './roundView.ts';
import { isToldInFull, linksSince } from './roundView.ts';

export interface MemberEntry {
  '@odata.type': string;
  id: string;
  '@removed'?: { reason: 'deleted' };
}

export interface MemberPart {
  entries: MemberEntry[];
  /** Set when more members follow: the id to go on after. */
  more?: string;
}

/** The members of a group or unit this page still has room for, in order of id so that a page can end anywhere. */
export function readMemberPart(
  view: RoundView,
  id: string,
  from: { after: string | undefined; room: number },
): MemberPart {
  const { list, links } = memberChanges(view, id);
  const entries: MemberEntry[] = [];
  for (let at = firstAfter(list, from.after); at < list.length; at += 1) {
    const member = list[at] ?? '';
    if (entries.length >= from.room) {
      const last = entries.at(-1)?.id ?? from.after;
      return last === undefined ? { entries } : { entries, more: last };
    }
    entries.push(memberEntry(view, member, links.get(member)));
  }
  return { entries };
}

/** Who is to be told of. An object that counts as new tells all members, and who left since too. */
function memberChanges(view: RoundView, id: string): { list: readonly string[]; links: LinkChanges } {
  const links = linksSince(view, id);
  if (!isToldInFull(view, id)) return { list: [...links.keys()].sort(), links };
  const { directory } = view.call.world;
  const membership = view.kind === 'group' ? directory.groupMembers : directory.unitMembers;
  const current = membership.sorted(id);
  const left = [...links].filter(([, { removed }]) => removed).map(([member]) => member);
  return { list: left.length > 0 ? [...current, ...left].sort() : current, links };
}

function memberEntry({ call }: RoundView, id: string, change: LinkChange | undefined): MemberEntry {
  const { directory } = call.world;
  const kind = directory.kindOf(id) ?? (directory.groups.log.trace(id) ? 'group' : 'user');
  const entry: MemberEntry = { '@odata.type': odataTypeOf(kind, findLive(directory, kind, id)), id };
  if (change?.removed) entry['@removed'] = { reason: 'deleted' };
  return entry;
}

/** Binary search: a group of 100,000 is entered at any page in a few steps. */
function firstAfter(sorted: readonly string[], after: string | undefined): number {
  if (after === undefined) return 0;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
