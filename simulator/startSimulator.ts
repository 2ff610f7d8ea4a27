import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { controlRouter } from './control/controlRouter.ts';
import { Directory } from './directory/directory.ts';
import type { ClientRegistration } from './entra/tokens/clientRegistration.ts';
import { OWN_REGISTRATION, PUBLISHER, defaultClients } from './entra/tokens/clientRegistration.ts';
import { discoveryDocument } from './entra/tokens/discovery.ts';
import { entraRouter } from './entra/entraRouter.ts';
import { EntraState } from './entra/entraState.ts';
import type { EntraWorld } from './entra/entraWorld.ts';
import { TokenSigner } from './entra/tokens/jsonWebToken.ts';
import { LateRoles } from './entra/tokens/lateRoles.ts';
import { openPolicy } from './entra/signIn/signInPolicy.ts';
import { Faults } from './faults/faults.ts';
import { entraFaults } from './faults/entraFaults.ts';
import type { GraphBehaviour, GraphWorld } from './graph/graphCall.ts';
import type { GraphService } from './graph/graphService.ts';
import { serveGraph } from './graph/graphService.ts';
import { PageSnapshots } from './graph/changes/pageSnapshots.ts';
import { Throttle } from './graph/throttle.ts';
import { homeRouter } from './home/homeRouter.ts';
import { createClock } from './movableClock.ts';
import { Notifications } from './notifications/notifications.ts';
import { Postman } from './notifications/postman.ts';
import { DOMAIN } from './seed/company.ts';
import type { DemoAccounts } from './seed/demoAccounts.ts';
import { makeDemoDirectory } from './seed/demoDirectory.ts';
import type { Simulator, SimulatorOptions, SimulatorSeed } from './simulator.ts';

export type { Simulator, SimulatorOptions } from './simulator.ts';

/**
 * Starts a Microsoft Entra ID tenant with Microsoft Graph v1.0 on 127.0.0.1.
 * @throws Error with a message for people when the port is in use.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { server, url } = await listen(options.port ?? 0);
  const parts = makeParts(options, url);
  const simulator = makeSimulator(parts, server, options);
  const app = express().disable('x-powered-by').disable('etag');
  app.use('/_simulator', controlRouter(simulator));
  app.use(homeRouter(simulator));
  app.use(entraFaults(parts.service.faults));
  app.use(entraRouter(parts.entra));
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/v1.0/')) {
      app(request, response);
      return;
    }
    // An error here is a bug of the simulator: say so to whoever waits.
    serveGraph(parts.service, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error instanceof Error ? error.stack : error));
    });
  });
  return simulator;
}

interface Parts {
  entra: EntraWorld;
  graph: GraphWorld;
  service: GraphService;
  readSeed: () => SimulatorSeed;
  accounts: DemoAccounts;
}

const GENTLE: GraphBehaviour = {
  emptyPages: 0,
  emptySecondDeltaPage: true,
  replays: 0,
  replaysRemovals: false,
  deltaPageSize: 200,
  deltaMembersPerPage: 500,
  leavesOutHiddenMembers: false,
  singleReadsLag: 0,
};

function makeParts(options: SimulatorOptions, url: string): Parts {
  const { seed = makeDemoDirectory } = options;
  const readSeed = () => (typeof seed === 'function' ? seed() : seed);
  const first = readSeed();
  const accounts = first.accounts ?? makeDemoDirectory().accounts;
  const clock = createClock();
  const directory = new Directory(first, clock);
  const state = new EntraState(options.stateFile, options.signingKey);
  const signer = new TokenSigner(state.privateKey);
  const postman = new Postman(options.patience);
  const isGranted = (clientId: string, permission: string) => state.allows(clientId, permission);
  const notifications = new Notifications(directory, { clock, postman, isGranted });
  const graph: GraphWorld = {
    base: `${url}/v1.0`,
    instance: randomUUID(),
    directory,
    clock,
    snapshots: new PageSnapshots(),
    behaviour: { ...GENTLE },
    notifications,
    postman,
  };
  const entra: EntraWorld = {
    url,
    clock,
    directory,
    accounts: Object.values(accounts),
    clients: registrations(options),
    state,
    signer,
    lateRoles: new LateRoles(),
    policy: openPolicy(),
    codes: new Map(),
    tokenLife: 3599,
  };
  consentOwnRegistration(state);
  const service: GraphService = {
    world: () => graph,
    signer,
    faults: new Faults(),
    throttle: new Throttle(clock),
    latency: options.latency ?? {},
  };
  return { entra, graph, service, readSeed, accounts };
}

function registrations({ clients = [] }: SimulatorOptions): Map<string, ClientRegistration> {
  return new Map([...defaultClients(), ...clients].map((client) => [client.clientId, client]));
}

function consentOwnRegistration(state: EntraState): void {
  const own = defaultClients().find(({ clientId }) => clientId === OWN_REGISTRATION.clientId);
  if (own && !state.grantOf(own.clientId)) state.grant(own.clientId, { application: [...own.applicationPermissions] });
}

function makeSimulator(
  { entra, graph, service, readSeed, accounts }: Parts,
  server: Server,
  options: SimulatorOptions,
): Simulator {
  const { id, displayName } = graph.directory.organization;
  return {
    url: entra.url,
    tenant: { ...PUBLISHER, id, name: displayName, domain: DOMAIN, ownRegistration: OWN_REGISTRATION, accounts },
    clock: entra.clock,
    faults: service.faults,
    behaviour: graph.behaviour,
    consent: {
      lag: entra.lateRoles.lag,
      policy: entra.policy,
      of: (clientId) => entra.state.grantOf(clientId),
      grant: (clientId, application, delegated = []) => {
        entra.state.grant(clientId, { application: [...application], delegated: [...delegated] });
      },
      revoke: (clientId, permissions) => {
        entra.state.revoke(clientId, permissions);
        graph.notifications.wake();
      },
    },
    clients: entra.clients,
    notifications: graph.notifications,
    get directory() {
      return graph.directory;
    },
    throttle: (limits) => {
      service.throttle.set(limits);
    },
    forgetDeltaTokens: () => {
      graph.instance = randomUUID();
    },
    signToken: (claims) => entra.signer.sign(claims),
    authorityMetadata: (tenant) => JSON.stringify(discoveryDocument(entra, tenant ?? id)),
    reset: () => {
      resetWorld({ entra, graph, service, readSeed, accounts }, options);
    },
    close: async () => {
      service.faults.clear();
      await graph.notifications.close();
      await closeServer(server);
    },
  };
}

function resetWorld({ entra, graph, service, readSeed }: Parts, options: SimulatorOptions): void {
  entra.clock.reset();
  graph.directory = new Directory(readSeed(), entra.clock);
  entra.directory = graph.directory;
  graph.notifications.reset(graph.directory);
  graph.instance = randomUUID();
  graph.snapshots = new PageSnapshots();
  Object.assign(graph.behaviour, GENTLE);
  service.faults.clear();
  service.throttle.set(undefined);
  entra.codes.clear();
  entra.lateRoles.reset();
  Object.assign(entra.policy, openPolicy());
  entra.state.revokeAll();
  entra.clients.clear();
  for (const [clientId, client] of registrations(options)) entra.clients.set(clientId, client);
  consentOwnRegistration(entra.state);
}

async function listen(port: number): Promise<{ server: Server; url: string }> {
  const server = createServer({ keepAliveTimeout: 30_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use: stop what listens there or choose another --port.`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
