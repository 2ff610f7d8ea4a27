import type { Role } from '../../../server/src/contract/manage/session.ts';

/** What pages are about, in the order of the menu; a group without a page is not shown. */
const groups = ['home', 'people', 'signatures', 'outlook', 'manage'] as const;
export type Group = (typeof groups)[number];

/** The pages in the order of the menu: where each is, what it is about, and who may use it. */
const table = [
  { name: 'overview', path: '/', group: 'home', roles: ['admin', 'auditor'] },
  { name: 'mine', path: '/', group: 'home', roles: ['teammate'] },
  // Whoever looks after it writes mails too.
  { name: 'mine', path: '/mine', group: 'home', roles: ['admin', 'auditor'] },
  { name: 'select', path: '/select', group: 'people', roles: ['admin'] },
  { name: 'teammates', path: '/teammates', group: 'people', roles: ['admin', 'auditor'] },
  { name: 'completeness', path: '/completeness', group: 'people', roles: ['admin', 'auditor'] },
  { name: 'sync', path: '/sync', group: 'people', roles: ['admin', 'auditor'] },
  { name: 'signatures', path: '/signatures', group: 'signatures', roles: ['admin', 'auditor'] },
  { name: 'assignments', path: '/assignments', group: 'signatures', roles: ['admin', 'auditor'] },
  { name: 'fields', path: '/fields', group: 'signatures', roles: ['admin', 'auditor'] },
  { name: 'brand', path: '/brand', group: 'signatures', roles: ['admin', 'auditor'] },
  { name: 'compose', path: '/compose', group: 'signatures', roles: ['admin', 'auditor'] },
  { name: 'rollout', path: '/rollout', group: 'outlook', roles: ['admin', 'auditor'] },
  { name: 'connect', path: '/connect', group: 'manage', roles: ['admin'] },
  { name: 'roles', path: '/roles', group: 'manage', roles: ['admin', 'auditor'] },
  { name: 'integrations', path: '/integrations', group: 'manage', roles: ['admin'] },
  { name: 'settings', path: '/settings', group: 'manage', roles: ['admin', 'auditor'] },
  { name: 'privacy', path: '/privacy', group: 'manage', roles: ['admin'] },
  { name: 'audit', path: '/audit', group: 'manage', roles: ['admin', 'auditor'] },
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
