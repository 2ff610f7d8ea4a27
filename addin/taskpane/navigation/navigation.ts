import type { Role } from '../../../server/src/contract/manage/session.ts';

/** What pages are about, in the order of the menu; a group without a page is not shown. */
const groups = ['home', 'people', 'signatures', 'outlook', 'manage'] as const;
export type Group = (typeof groups)[number];

/** A page that some of its readers change shows each of them what they may. */
const readers = ['admin', 'designer', 'auditor'] as const;
const admins = ['admin'] as const;
const teammates = ['teammate'] as const;

/** The pages in the order of the menu: where each is, what it is about, and who may use it. */
const table = [
  { name: 'overview', path: '/', group: 'home', roles: readers },
  { name: 'mine', path: '/', group: 'home', roles: teammates },
  // Whoever looks after it writes mails too.
  { name: 'mine', path: '/mine', group: 'home', roles: readers },
  { name: 'select', path: '/select', group: 'people', roles: admins },
  { name: 'teammates', path: '/teammates', group: 'people', roles: readers },
  { name: 'completeness', path: '/completeness', group: 'people', roles: readers },
  { name: 'sync', path: '/sync', group: 'people', roles: readers },
  { name: 'signatures', path: '/signatures', group: 'signatures', roles: readers },
  { name: 'assignments', path: '/assignments', group: 'signatures', roles: readers },
  { name: 'fields', path: '/fields', group: 'signatures', roles: readers },
  { name: 'brand', path: '/brand', group: 'signatures', roles: readers },
  { name: 'compose', path: '/compose', group: 'signatures', roles: readers },
  { name: 'rollout', path: '/rollout', group: 'outlook', roles: readers },
  { name: 'connect', path: '/connect', group: 'manage', roles: admins },
  { name: 'roles', path: '/roles', group: 'manage', roles: readers },
  { name: 'integrations', path: '/integrations', group: 'manage', roles: admins },
  { name: 'settings', path: '/settings', group: 'manage', roles: readers },
  { name: 'privacy', path: '/privacy', group: 'manage', roles: admins },
  { name: 'audit', path: '/audit', group: 'manage', roles: readers },
] as const satisfies readonly { name: string; path: string; group: Group; roles: readonly Role[] }[];

export type Place = (typeof table)[number];

/** The pages in the menu of a role. */
export const placesFor = (role: Role): readonly Place[] =>
  table.filter(({ roles }) => (roles as readonly Role[]).includes(role));

/** The page a path belongs to, for somebody of this role; `/sync/runs/1` is under sync. */
export const placeOf = (path: string, role: Role): Place | undefined =>
  placesFor(role).find((place) => place.path === path || (place.path !== '/' && path.startsWith(`${place.path}/`)));

/** The pages of a role by what they are about. */
export const groupsFor = (role: Role) =>
  groups
    .map((name) => ({ name, places: placesFor(role).filter(({ group }) => group === name) }))
    .filter(({ places }) => places.length > 0);
