import type { Directory } from '../directory/directory.ts';
import type { DirectoryGroup, DirectoryUnit } from '../directory/model.ts';
import { escapeHtml } from '../entra/signIn/page.ts';
import type { HomePage } from './homePage.ts';
import { badge, facts, link } from './homePage.ts';
import { paged } from './pager.ts';
import { personRow } from './peoplePage.ts';

export function groupsPage(directory: Directory): HomePage {
  const roots = rootsOf(directory);
  return {
    title: 'Groups',
    body: `<p class="soft">Groups inside groups are shown below them, with the number of people directly in each.</p>
<div class="tree"><ul>${roots.map((group) => branch(directory, group, [])).join('\n')}</ul></div>`,
  };
}

export function unitsPage(directory: Directory): HomePage {
  const rows = [...directory.units.live()].map(
    (unit) =>
      `<li>${link(`/_home/units/${unit.id}`, unit.displayName)}${hiddenBadge(unit)}<br><span class="soft">${escapeHtml(unit.description ?? '')} ${directory.unitMembers.of(unit.id).size} members</span></li>`,
  );
  return { title: 'Administrative units', body: `<ul class="rows">${rows.join('\n')}</ul>` };
}

export function groupPage(directory: Directory, group: DirectoryGroup, address: URL): HomePage {
  const above = [...directory.groupMembers.holdersOf(group.id)].flatMap((id) => directory.groups.findLive(id) ?? []);
  const links = (groups: readonly DirectoryGroup[]) => groups.map(groupLink).join('<br>');
  const ids = directory.groupMembers.sorted(group.id);
  return {
    title: group.displayName,
    body: `<p>${hiddenBadge(group)}</p>${facts([
      ['Description', escapeHtml(group.description ?? '')],
      ['Kind', kindOf(group)],
      ['Rule', group.membershipRule ? `<code>${escapeHtml(group.membershipRule)}</code>` : ''],
      ['Mail', escapeHtml(group.mail ?? '')],
      ['Is in', links(above)],
      ['Groups in it', links(ids.flatMap((id) => directory.groups.findLive(id) ?? []))],
      ['Object id', `<code>${group.id}</code>`],
    ])}${people(directory, ids, address)}`,
  };
}

export function unitPage(directory: Directory, unit: DirectoryUnit, address: URL): HomePage {
  const ids = directory.unitMembers.sorted(unit.id);
  const groups = ids.flatMap((id) => directory.groups.findLive(id) ?? []);
  return {
    title: unit.displayName,
    body: `<p>${hiddenBadge(unit)}</p>${facts([
      ['Description', escapeHtml(unit.description ?? '')],
      ['Groups in it', groups.map(groupLink).join('<br>')],
      ['Object id', `<code>${unit.id}</code>`],
    ])}${people(directory, ids, address)}`,
  };
}

/** Groups in no other, and one of every circle nothing else leads into. */
function rootsOf(directory: Directory): DirectoryGroup[] {
  const groups = [...directory.groups.live()].sort((left, right) => left.displayName.localeCompare(right.displayName));
  const isTop = ({ id }: DirectoryGroup) =>
    [...directory.groupMembers.holdersOf(id)].every((above) => !directory.groups.findLive(above));
  const reached = new Set<string>();
  const reach = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const { id: below } of groupsIn(directory, id)) reach(below);
  };
  const roots = groups.filter(isTop);
  for (const { id } of roots) reach(id);
  for (const group of groups) {
    if (reached.has(group.id)) continue;
    roots.push(group);
    reach(group.id);
  }
  return roots;
}

function branch(directory: Directory, group: DirectoryGroup, path: readonly string[]): string {
  const members = directory.groupMembers.of(group.id);
  const below = groupsIn(directory, group.id);
  const name = `${groupLink(group)} <span class="soft">${members.size - below.length}</span>${hiddenBadge(group)}`;
  if (path.includes(group.id)) return `<li>${name} <span class="soft">– a circle: shown above</span></li>`;
  const inner = below.map((one) => branch(directory, one, [...path, group.id])).join('\n');
  return `<li>${name}${inner ? `<ul>${inner}</ul>` : ''}</li>`;
}

function groupsIn(directory: Directory, id: string): DirectoryGroup[] {
  return [...directory.groupMembers.of(id)].flatMap((member) => directory.groups.findLive(member) ?? []);
}

function groupLink({ id, displayName }: DirectoryGroup): string {
  return link(`/_home/groups/${id}`, displayName);
}

function kindOf({ groupTypes }: DirectoryGroup): string {
  const isDynamic = groupTypes?.includes('DynamicMembership') ?? false;
  return `${groupTypes?.includes('Unified') ? 'Microsoft 365 group' : 'Security group'}${isDynamic ? ', members by a rule' : ''}`;
}

function hiddenBadge({ visibility }: DirectoryGroup | DirectoryUnit): string {
  return visibility === 'HiddenMembership' ? badge('hidden membership') : '';
}

function people(directory: Directory, ids: readonly string[], address: URL): string {
  const members = ids
    .flatMap((id) => directory.users.find(id) ?? [])
    .sort((left, right) => left.displayName.localeCompare(right.displayName));
  const { items, links } = paged(members, address);
  const list =
    items.length > 0 ? `<ul class="rows">${items.map(personRow).join('\n')}</ul>` : '<p>Nobody is directly in it.</p>';
  return `<h2>People in it (${members.length})</h2>${list}${links}`;
}
