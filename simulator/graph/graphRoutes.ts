import type { ObjectKind } from '../directory/model.ts';
import {
  holders,
  maySeeMembers,
  relatedCollection,
  transitiveHolders,
  transitiveMembers,
  wholeCollection,
} from './objects/collections.ts';
import { answerDelta } from './changes/delta.ts';
import { answerExtensions } from './objects/extensions.ts';
import type { GraphCall, GraphReply } from './graphCall.ts';
import { requireAny } from './graphCall.ts';
import { GraphError, denied, noSuchSegment, notFound } from './graphError.ts';
import type { Collection } from './query/listing.ts';
import { answerCount, answerListing } from './query/listing.ts';
import { findLive, findSeen } from './objects/objectKinds.ts';
import { answerOrganization } from './objects/organization.ts';
import { answerPhoto, answerPhotoBytes, answerPhotos } from './objects/photos.ts';
import { route } from './route.ts';
import type { Route } from './route.ts';
import { answerSingle } from './objects/single.ts';
import { SUBSCRIPTION_ROUTES } from './subscriptions/subscriptionRoutes.ts';

const USER = ['User.Read.All', 'Directory.Read.All'];
const USER_BASIC = ['User.ReadBasic.All', ...USER];
const PHOTO = ['ProfilePhoto.Read.All', ...USER_BASIC];
const GROUP = ['Group.ReadBasic.All', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const MEMBER = ['GroupMember.ReadBasic.All', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const UNIT = ['AdministrativeUnit.Read.All', 'Directory.Read.All'];
const MEMBER_OF = [...USER, ...MEMBER];
const ORGANIZATION = ['User.Read.All', 'Organization.Read.All', 'Directory.Read.All'];

/** In this order: a fixed segment comes before an id. */
export const ROUTES: readonly Route[] = [
  route('/users', USER_BASIC, (call) => answerListing(call, whole(call, 'user'))),
  route('/users/$count', USER_BASIC, (call) => answerCount(call, whole(call, 'user'))),
  route('/users/delta', USER, (call) => answerDelta(call, 'user')),
  route('/users/{id}', USER_BASIC, (call, [id = '']) =>
    answerSingle(call, 'user', { object: userSeen(call, id), id, context: 'users' }),
  ),
  route('/users/{id}/manager', USER, answerManager),
  route('/users/{id}/photo', PHOTO, (call, [id]) => answerPhoto(call, user(call, id))),
  route('/users/{id}/photo/$value', PHOTO, (call, [id]) => answerPhotoBytes(call, user(call, id))),
  route('/users/{id}/photos', PHOTO, (call, [id]) => answerPhotos(call, user(call, id))),
  route('/users/{id}/photos/{size}/$value', PHOTO, (call, [id, size]) => answerPhotoBytes(call, user(call, id), size)),
  ...related('/users/{id}/memberOf', MEMBER_OF, memberOf(user, holders)),
  ...related('/users/{id}/transitiveMemberOf', MEMBER_OF, memberOf(user, transitiveHolders)),
  route('/groups', GROUP, (call) => answerListing(call, whole(call, 'group'))),
  route('/groups/$count', GROUP, (call) => answerCount(call, whole(call, 'group'))),
  route('/groups/delta', GROUP, (call) => answerDelta(call, 'group')),
  route('/groups/{id}', GROUP, (call, [id = '']) => single(call, 'group', id)),
  ...related('/groups/{id}/memberOf', MEMBER, memberOf(group, holders)),
  ...related('/groups/{id}/transitiveMemberOf', MEMBER, memberOf(group, transitiveHolders)),
  ...related('/groups/{id}/members', MEMBER, (call, id, cast) =>
    relatedCollection({ kinds: ['user', 'group'], cost: 3 }, cast, () =>
      seen(call, { kind: 'group', id }, () => [...call.world.directory.groupMembers.of(id)]),
    ),
  ),
  ...related('/groups/{id}/transitiveMembers', MEMBER, (call, id, cast) =>
    relatedCollection({ kinds: ['user', 'group'], cost: 5 }, cast, () =>
      seen(call, { kind: 'group', id }, () => transitiveMembers(call, id)),
    ),
  ),
  route('/directory/administrativeUnits', UNIT, (call) => answerListing(call, whole(call, 'unit'))),
  route('/directory/administrativeUnits/$count', UNIT, (call) => answerCount(call, whole(call, 'unit'))),
  route('/directory/administrativeUnits/delta', UNIT, (call) => answerDelta(call, 'unit')),
  route('/directory/administrativeUnits/{id}', UNIT, (call, [id = '']) => single(call, 'unit', id)),
  ...related('/directory/administrativeUnits/{id}/members', UNIT, (call, id, cast) =>
    relatedCollection({ kinds: ['user', 'group'], cost: 1 }, cast, () =>
      seen(call, { kind: 'unit', id }, () => [...call.world.directory.unitMembers.of(id)]),
    ),
  ),
  route('/organization', ORGANIZATION, answerOrganization),
  route('POST /directoryObjects/getAvailableExtensionProperties', ['Directory.Read.All'], answerExtensions),
  ...SUBSCRIPTION_ROUTES,
];

/** @throws GraphError for what Graph refuses; every other error is a bug of the simulator. */
export function answerGraph(call: GraphCall): GraphReply | Promise<GraphReply> {
  // The function may be written out: /users/microsoft.graph.delta()
  const path = `/${call.segments.join('/')}`.replace(/\/(microsoft\.graph\.)?delta(\(\))?$/, '/delta');
  const matching = ROUTES.filter(({ pattern }) => pattern.test(path));
  if (matching.length === 0) throw noSuchSegment(call.segments.at(-1) ?? '');
  const found = matching.find(({ method }) => method === call.method);
  if (!found)
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  if (found.permissions) requireAny(call, found.permissions);
  return found.answer(call, found.pattern.exec(path)?.slice(1) ?? []);
}

/** A relationship with its casts and counts. */
function related(
  path: string,
  permissions: readonly string[],
  open: (call: GraphCall, id: string, cast: string | undefined) => Collection,
): Route[] {
  return [
    route(path, permissions, (call, [id = '']) => answerListing(call, open(call, id, undefined))),
    route(`${path}/$count`, permissions, (call, [id = '']) => answerCount(call, open(call, id, undefined))),
    route(`${path}/{cast}`, permissions, (call, [id = '', cast]) => answerListing(call, open(call, id, cast))),
    route(`${path}/{cast}/$count`, permissions, (call, [id = '', cast]) => answerCount(call, open(call, id, cast))),
  ];
}

function whole(call: GraphCall, kind: ObjectKind): Collection {
  return wholeCollection(call.world.directory, kind);
}

function single(call: GraphCall, kind: 'group' | 'unit', id: string): GraphReply {
  const context = kind === 'group' ? 'groups' : 'directory/administrativeUnits';
  return answerSingle(call, kind, { object: findSeen(call, kind, id), id, context });
}

/** By id or name, as far as the answer is behind. */
function userSeen(call: GraphCall, id: string) {
  const { directory, behaviour } = call.world;
  const now = directory.findUser(id);
  return directory.users.findLiveBefore(now?.id ?? id, behaviour.singleReadsLag);
}

function user(call: GraphCall, id = '') {
  const found = userSeen(call, id);
  if (!found) throw notFound(id);
  return found;
}

function group(call: GraphCall, id: string) {
  const found = call.world.directory.groups.findLiveBefore(id, call.world.behaviour.singleReadsLag);
  if (!found) throw notFound(id);
  return found;
}

/** The members of a group or unit that exists, as far as the app may see them. */
function seen(
  call: GraphCall,
  { kind, id }: { kind: 'group' | 'unit'; id: string },
  list: () => readonly string[],
): readonly string[] {
  if (!findLive(call.world.directory, kind, id)) throw notFound(id);
  if (maySeeMembers(call, id)) return list();
  if (call.world.behaviour.leavesOutHiddenMembers) return [];
  throw denied();
}

type Find = (call: GraphCall, id: string) => { readonly id: string };

function memberOf(find: Find, list: (call: GraphCall, id: string) => string[]) {
  return (call: GraphCall, id: string, cast: string | undefined): Collection => {
    const { id: memberId } = find(call, id);
    return relatedCollection({ kinds: ['group', 'unit'], cost: 2 }, cast, () => list(call, memberId));
  };
}

function answerManager(call: GraphCall, [id = '']: readonly string[]): GraphReply {
  const { managerId } = user(call, id);
  const manager = call.world.directory.users.findLive(managerId ?? '');
  if (!manager)
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
    );
  return answerSingle(call, 'user', { object: manager, id, context: 'directoryObjects', typed: true });
}
