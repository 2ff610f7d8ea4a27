import type { Server, ServerOptions } from 'node:http';

/**
 * Whoever sends a request slower than this is cut off, so that half-sent ones cannot pile up. Answers may take as long
 * as they like: progress of a run is streamed. A machine that is busy with something else for seconds must cut off nobody
 * whose request is here but not looked at yet. Milliseconds.
 */
export const httpTimeouts: ServerOptions = {
  headersTimeout: 25_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
};

/** More at once are refused at the door: each costs memory before anybody knows who it is. */
const mostConnections = 4000;

export const limitConnections = (server: Server): Server => {
  server.maxConnections = mostConnections;
  return server;
};
