import type { Directory } from '../directory/directory.ts';
import type { MovableClock } from '../movableClock.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { Postman } from '../notifications/postman.ts';
import { denied } from './graphError.ts';
import type { PageSnapshots } from './changes/pageSnapshots.ts';

/** Who calls, as the access token says: permissions are those at the moment the token was issued. */
export interface Principal {
  clientId: string;
  permissions: ReadonlySet<string>;
}

/** What every simulated answer is made from. */
export interface GraphWorld {
  /** `http://localhost:<port>/v1.0`: links begin with it. */
  base: string;
  /** New for every process and reset: tokens of another are told from our own by it. */
  instance: string;
  directory: Directory;
  clock: MovableClock;
  snapshots: PageSnapshots;
  behaviour: GraphBehaviour;
  notifications: Notifications;
  postman: Postman;
}

/** Legal but unpleasant habits of Graph that can be turned up. */
export interface GraphBehaviour {
  /** Empty pages put before every further page of a listing or a delta round. */
  emptyPages: number;
  /** Makes the second page of every longer delta round empty: on by default, clients that stop there must fail early. */
  emptySecondDeltaPage: boolean;
  /** A delta round also tells of this many objects that did not change since. */
  replays: number;
  /** Of those, whoever is back from the recycle bin is told as removed, as it once was. */
  replaysRemovals: boolean;
  /** Objects per delta page, 200 in Graph. */
  deltaPageSize: number;
  /** Members per delta page before a large group goes on on the next. */
  deltaMembersPerPage: number;
  /** Members that are hidden from the caller are left out of a 200, where otherwise a 403 says that they are. */
  leavesOutHiddenMembers: boolean;
  /** Milliseconds by which an answer about one object alone is behind lists and changes: a replica that lags. */
  singleReadsLag: number;
}

interface Upset {
  emptyPage?: boolean;
  /** Answer 410 as if the service had reset the token. */
  gone?: boolean;
}

export interface GraphCall {
  world: GraphWorld;
  principal: Principal;
  method: string;
  /** Path below /v1.0, decoded. */
  segments: readonly string[];
  /** The raw query, without the question mark. */
  query: string;
  header: (name: string) => string | undefined;
  body: unknown;
  /** Faults that change how this one answer is made. */
  upset: Upset;
}

export interface GraphReply {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, text as text/plain, bytes as they are. */
  body?: object | string | Uint8Array;
}

export function isAllowed(call: GraphCall, permissions: readonly string[]): boolean {
  return permissions.some((permission) => call.principal.permissions.has(permission));
}

/** @throws GraphError 403 unless the token carries one of the permissions. */
export function requireAny(call: GraphCall, permissions: readonly string[]): void {
  if (!isAllowed(call, permissions)) throw denied();
}

export function isEventual(call: GraphCall): boolean {
  return call.header('consistencylevel')?.toLowerCase() === 'eventual';
}

export interface PlainRequest {
  method: string;
  /** Path and query below /v1.0. */
  url: string;
  header: (name: string) => string | undefined;
  body: unknown;
}
