import type { Role } from '../../../server/src/contract/session.ts';

export interface Place {
  readonly path: string;
  readonly name:
    | 'overview'
    | 'connect'
    | 'select'
    | 'sync'
    | 'teammates'
    | 'settings'
    | 'compose'
    | 'signatures'
    | 'assignments'
    | 'brand';
}

const places: Readonly<Record<Place['name'], Place>> = {
  overview: { path: '/', name: 'overview' },
  connect: { path: '/connect', name: 'connect' },
  select: { path: '/select', name: 'select' },
  sync: { path: '/sync', name: 'sync' },
  teammates: { path: '/teammates', name: 'teammates' },
  settings: { path: '/settings', name: 'settings' },
  signatures: { path: '/signatures', name: 'signatures' },
  assignments: { path: '/assignments', name: 'assignments' },
  brand: { path: '/brand', name: 'brand' },
  compose: { path: '/compose', name: 'compose' },
};

const placesByRole: Readonly<Record<Role, readonly Place[]>> = {
  admin: Object.values(places),
  auditor: [
    places.overview,
    places.sync,
    places.teammates,
    places.settings,
    places.signatures,
    places.assignments,
    places.brand,
    places.compose,
  ],
  teammate: [places.overview, places.connect, places.compose],
};

/** The pages a person can use. */
export const placesFor = (role: Role): readonly Place[] => placesByRole[role];

/** The page a path belongs to; `/sync/runs/1` is under sync. */
export function placeOf(path: string): Place | undefined {
  return Object.values(places).find(
    (place) => place.path === path || (place.path !== '/' && path.startsWith(`${place.path}/`)),
  );
}

const groups = [
  { name: 'home', of: ['overview'] },
  { name: 'people', of: ['select', 'teammates', 'sync'] },
  { name: 'signatures', of: ['signatures', 'assignments', 'brand', 'compose'] },
  { name: 'manage', of: ['connect', 'settings'] },
] as const;

/** The same pages by what they are about, without groups that would be empty. */
export const groupsFor = (role: Role) =>
  groups
    .map(({ name, of }) => ({
      name,
      places: of.flatMap((one) => placesFor(role).filter((place) => place.name === one)),
    }))
    .filter(({ places: inGroup }) => inGroup.length > 0);
