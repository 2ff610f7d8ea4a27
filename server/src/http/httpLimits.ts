import type { Server, ServerOptions } from 'node:http';

/**
 * Whoever sends a request slower than this is cut off, so that half-sent ones cannot pile up. Answers may take as long
 * as they like: progress of a run is streamed. A machine that is busy with something else for seconds must cut off nobody
 * whose request is here but not looked at yet. Milliseconds.
 *
 * A connection is kept longer than the proxies keep it that cannot be told how long (Google Cloud's 600 s, Cloudflare's
 * 900 s): one that we close while they send the next request is a 502 to somebody. Who has sent nothing yet has no longer
 * than for a request.
 */
export const httpTimeouts: ServerOptions = {
  headersTimeout: 25_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 910_000,
};

/** More at once are refused at the door: each costs memory before anybody knows who it is. */
const mostConnections = 4000;

/** Before it comes to that, those that are only kept for a next request make room, so that they lock nobody out. */
const crowded = 0.75;

export const limitConnections = (server: Server, most = mostConnections): Server => {
  server.maxConnections = most;
  server.on('connection', () => {
    server.getConnections((_error, open) => {
      if (open > most * crowded) server.closeIdleConnections();
    });
  });
  return server;
};
