import { z } from 'zod';
import { DirectoryError } from '../domain/errors.ts';
import type { PeopleReading } from '../domain/reading/peopleReading.ts';
import type { Clock } from '../ports/clock.ts';
import type { DirectoryReader, OpenDirectory } from '../ports/directory/directoryReader.ts';
import type { AppTokens } from '../ports/identity.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { Meter } from '../ports/telemetry/meter.ts';
import type { Tracer } from '../ports/telemetry/tracer.ts';
import { latestChangesUrl, readChangePage } from './graphChanges.ts';
import { openSingleCalls } from './http/graphBatch.ts';
import { openGraphCalls } from './http/graphClient.ts';
import { groupSelect, toDirectoryGroup, toDirectoryUnit, unitSelect } from './graphContainers.ts';
import { countContainerMembers, findInDirectory, readByIds, readDirectContainers } from './graphFinder.ts';
import { eventual, largestPage, readCollection, readListingPage } from './graphPages.ts';
import { openGraphTransport, type GraphTransport, type GraphTransportOptions } from './http/graphTransport.ts';
import { readableElements } from './readableElements.ts';
import { findExtensions } from './people/findExtensions.ts';
import { openEnrichmentReader } from './people/graphEnrichments.ts';
import { openPacer, type Pacer } from './http/pacer.ts';
import { ofPeople, ofRuns } from './http/patience.ts';
import { openUserReading, type UserReading } from './people/graphUserReading.ts';

export interface GraphOptions {
  readonly graphUrl: string;
  readonly tokens: AppTokens;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Left out: nobody counts. */
  readonly meter?: Meter | undefined;
  readonly tracer?: Tracer | undefined;
  /** Who asks, as Microsoft finds it in its logs; left out: nobody in particular. */
  readonly userAgent?: string;
  /** Objects per page of a listing; Graph gives at most 999, the default. */
  readonly pageSize?: number;
}

const people = ({ select, toUser }: UserReading) => ({
  path: 'users',
  select,
  searched: ['displayName', 'mail', 'userPrincipalName'],
  convert: toUser,
});
const groups = { path: 'groups', select: groupSelect, searched: ['displayName'], convert: toDirectoryGroup };
const units = {
  path: 'directory/administrativeUnits',
  select: unitSelect,
  searched: ['displayName'],
  convert: toDirectoryUnit,
};

const namedSchema = z.object({ id: z.string(), displayName: z.string().nullish() });

const namesOf = (found: readonly unknown[]): ReadonlyMap<string, string> => {
  const { items } = readableElements(found, (raw) => namedSchema.parse(raw));
  return new Map(items.map(({ id, displayName }) => [id.toLowerCase(), displayName ?? id]));
};

const organizationSchema = z.object({
  displayName: z.string(),
  verifiedDomains: z.array(z.object({ name: z.string() })).default([]),
});

/** Readers of the same tenant share one pacer, so that picking and syncing do not outbid each other. */
export const openGraphDirectories = (options: GraphOptions): OpenDirectory => {
  const pacers = new Map<string, Pacer>();
  return (tenantId, { isUrgent = false, attributes = [], omitted = [] } = {}) => {
    const pacer = pacers.get(tenantId) ?? openPacer(options.clock);
    pacers.set(tenantId, pacer);
    const users = openUserReading({ attributes, omitted });
    return openReader({ ...options, isUrgent, users, omitted }, tenantId, pacer);
  };
};

const readOrganization = async (transport: GraphTransport, graphUrl: string, signal?: AbortSignal) => {
  const url = `${graphUrl}/v1.0/organization?$select=id,displayName,verifiedDomains`;
  const [first] = readCollection(await transport.readJson({ url, signal })).value;
  const { displayName, verifiedDomains } = organizationSchema.parse(first);
  return { displayName, domains: verifiedDomains.map((domain) => domain.name) };
};

/** `hasty` is for what no run is to be kept waiting for. */
const openTransports = (options: GraphTransportOptions) => ({
  transport: openGraphTransport(options),
  hasty: openGraphTransport({ ...options, isUrgent: true }),
});

interface ReaderOptions extends Pick<PeopleReading, 'omitted'> {
  readonly isUrgent: boolean;
  readonly users: UserReading;
}

const openReader = (options: GraphOptions & ReaderOptions, tenantId: string, pacer: Pacer): DirectoryReader => {
  const { graphUrl, clock, users, omitted } = options;
  const { transport, hasty } = openTransports({ ...options, tenantId, pacer });
  const calls = openGraphCalls(graphUrl, transport);
  const patience = options.isUrgent ? ofPeople : ofRuns;
  const single = (signal?: AbortSignal) => openSingleCalls({ transport, graphUrl, clock, patience }, signal);
  const permissions = async () => (await options.tokens.acquire(tenantId)).permissions;
  const listing = { transport, graphUrl, permissions, pageSize: options.pageSize ?? largestPage, users };

  return {
    ...openEnrichmentReader({ transport, graphUrl, clock, omitted }),
    readOrganization: (signal) => readOrganization(hasty, graphUrl, signal),
    findUsers: (query) => findInDirectory(listing, people(users), query),
    findGroups: (query) => findInDirectory(listing, groups, query),
    findUnits: (query) => findInDirectory(listing, units, query),
    countMembers: (kind, ids) => countContainerMembers(single(), kind, ids),
    findExtensions: () => findExtensions(calls),
    countUsers: async (signal) => Number(await single(signal).calls.get('/users/$count', eventual)),
    resolveNames: async (kind, ids, signal) =>
      namesOf(await readByIds(single(signal), kind, { ids, select: 'id,displayName' })),
    readPage: (source, link, signal) => readListingPage(listing, { source, link, signal }),
    readContainersOf: (kind, ids, signal) => readDirectContainers({ ...single(signal), ...listing, signal }, kind, ids),
    readUsers: async (ids, signal) => {
      const found = await readByIds(single(signal), 'user', { ids, select: users.select });
      const { items, unreadable } = readableElements(found, users.toUser);
      return { people: items, unreadable };
    },
    openChanges: async (feed, signal) => {
      const page = await readChangePage(listing, { feed, url: latestChangesUrl(listing, feed), signal });
      if (page.changesLink !== null) return page.changesLink;
      throw new DirectoryError('directory-unavailable', 'Microsoft Graph gave no link to follow changes with.');
    },
    readChanges: (feed, link, signal) => readChangePage(listing, { feed, url: link, signal }),
    get requestCount() {
      return transport.requestCount() + hasty.requestCount();
    },
    get waiting() {
      return transport.waiting();
    },
  };
};
