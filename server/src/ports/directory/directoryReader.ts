import type {
  ContainerKind,
  DirectoryGroup,
  DirectoryMember,
  DirectoryUnit,
} from '../../domain/directory/directoryContainer.ts';
import type { OfferedExtension } from '../../domain/directory/extendedAttributes.ts';
import type { PeopleReading } from '../../domain/reading/peopleReading.ts';
import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import type { UnreadableElement } from '../../domain/directory/unreadableElement.ts';
import type { EnrichmentReader } from './enrichmentReader.ts';
import type { ChainPage } from '../../domain/directory/openChain.ts';

export interface OrganizationRead {
  readonly displayName: string;
  /** Verified ones, as the directory writes them. */
  readonly domains: readonly string[];
}

/** Reads one tenant's directory. Every call throws DirectoryError or AdminActionError, never a vendor error. */
export interface DirectoryReader extends EnrichmentReader {
  /** Gives up within seconds, whoever asks. */
  readOrganization(signal?: AbortSignal): Promise<OrganizationRead>;

  /** Search-as-you-type; an empty search lists everything. Names first, then addresses. */
  findUsers(query: DirectoryQuery): Promise<DirectoryPage<DirectoryUser>>;
  findGroups(query: DirectoryQuery): Promise<DirectoryPage<DirectoryGroup>>;
  findUnits(query: DirectoryQuery): Promise<DirectoryPage<DirectoryUnit>>;
  /** Direct members that are people or groups, by container id; null where the count could not be read. */
  countMembers(kind: ContainerKind, ids: readonly string[]): Promise<ReadonlyMap<string, number | null>>;
  countUsers(signal?: AbortSignal): Promise<number>;
  /** What apps added to people, by name; null where the permission to list it is missing. */
  findExtensions(): Promise<readonly OfferedExtension[] | null>;
  /** Those of the ids that exist as users, groups or units, with today's names. */
  resolveNames(
    kind: ContainerKind | 'user',
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, string>>;

  /** Reads one page; pass `link: null` for the first and the returned `next` after that. An empty page is not the end. */
  readPage(source: ReadSource, link: string | null, signal?: AbortSignal): Promise<ReadPage>;
  /** Those of the ids that exist, in full. */
  readUsers(ids: readonly string[], signal?: AbortSignal): Promise<FoundUsers>;

  /** Ids of the groups and units each of them is a direct member of; who is gone is left out, whose cannot be told is in none. */
  readContainersOf(
    kind: DirectoryMember['kind'],
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly string[]>>;

  /** A link that reports everything that changes from now on. */
  openChanges(feed: ChangeFeed, signal?: AbortSignal): Promise<string>;
  readChanges(feed: ChangeFeed, link: string, signal?: AbortSignal): Promise<ChangePage>;

  /** Requests sent to Graph so far by this reader. */
  readonly requestCount: number;
  /** Set while a request waits to be sent again; with several, the one that is sent first. */
  readonly waiting: DirectoryWait | null;
}

export interface DirectoryWait {
  readonly until: string;
  readonly reason: 'throttled' | 'unavailable';
}

export interface DirectoryQuery {
  readonly search: string;
  /** 1–100. */
  readonly limit: number;
  readonly cursor?: string;
}

export interface DirectoryPage<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}

/** What a listing reads. A container's listing brings its people in full, so no second read is needed for them. */
export type ReadSource =
  /** All people, or those whose user principal name starts with one of the letters, or with none of them. */
  | { readonly kind: 'users'; readonly slice: UserSlice }
  | { readonly kind: 'members'; readonly container: ContainerKind; readonly id: string };

export type UserSlice =
  | { readonly kind: 'all' }
  | { readonly kind: 'startsWith'; readonly letters: readonly string[] }
  | { readonly kind: 'rest'; readonly letters: readonly string[] };

export interface ReadPage extends ChainPage {
  readonly people: readonly DirectoryUser[];
  /** Direct members, people included; empty for the `users` source. */
  readonly members: readonly DirectoryMember[];
  readonly unreadable: readonly UnreadableElement[];
}

export interface FoundUsers {
  readonly people: readonly DirectoryUser[];
  /** They exist, but their profile could not be read. */
  readonly unreadable: readonly UnreadableElement[];
}

export type ChangeFeed = 'users' | 'groups' | 'units';

/** A change says what is so now; absent attributes did not change, null ones were cleared. */
export type DirectoryChange =
  | { readonly kind: 'userChanged'; readonly id: string; readonly attributes: Partial<DirectoryUser> }
  | { readonly kind: 'userRemoved'; readonly id: string; readonly permanently: boolean }
  | {
      readonly kind: 'containerChanged';
      readonly container: ContainerKind;
      readonly id: string;
      readonly displayName: string | null;
      readonly added: readonly DirectoryMember[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'containerRemoved'; readonly container: ContainerKind; readonly id: string };

/** Either `next` leads to more pages now, or `changesLink` is to be asked again later. */
export interface ChangePage extends ChainPage {
  readonly changes: readonly DirectoryChange[];
  readonly unreadable: readonly UnreadableElement[];
  readonly changesLink: string | null;
}

export interface DirectoryOptions {
  readonly isUrgent?: boolean;
  /** What is read of people beside what always is; left out: nothing. */
  readonly attributes?: PeopleReading['attributes'] | undefined;
  /** What of that is not asked for; left out: nothing. */
  readonly omitted?: PeopleReading['omitted'] | undefined;
}

/** Opens the directory of a connected tenant. */
export type OpenDirectory = (tenantId: string, options?: DirectoryOptions) => DirectoryReader;
