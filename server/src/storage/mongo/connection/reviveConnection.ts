import type { Connection, mongo } from 'mongoose';

/** Beyond the driver's own time limits, which have passed for sure then. */
const graceMilliseconds = 2000;

/**
 * The driver keeps looking for a server that is away by itself. But a heartbeat that it sends on a socket which breaks at
 * that very moment, as all do when a server without streamed heartbeats restarts, is waited for without end (mongodb
 * 7.8: `once(socket, 'drain')` in cmap/connection.ts), and then the server is never found again. So whoever failed asks
 * here: where a heartbeat is long overdue, the connection is opened anew; models and collections go on with it.
 */
export const openRevival = (connection: Connection, open: () => Promise<unknown>): (() => Promise<void>) => {
  let isOverdue = watchHeartbeats(connection.getClient());
  let reviving: Promise<void> | null = null;
  const revive = async (): Promise<void> => {
    try {
      await connection.close();
      await open();
      isOverdue = watchHeartbeats(connection.getClient());
    } catch {
      // Still away: whoever fails next tries again.
      isOverdue = () => true;
    } finally {
      reviving = null;
    }
  };
  return async () => {
    if (!isOverdue()) return;
    reviving ??= revive();
    await reviving;
  };
};

const watchHeartbeats = (client: mongo.MongoClient): (() => boolean) => {
  const { connectTimeoutMS, heartbeatFrequencyMS } = client.options;
  const awaited = new Map<string, NodeJS.Timeout>();
  const overdue = new Set<string>();
  const settle = (server: string): void => {
    clearTimeout(awaited.get(server));
    awaited.delete(server);
    overdue.delete(server);
  };
  client.on('serverHeartbeatStarted', (heartbeat) => {
    settle(heartbeat.connectionId);
    const limit = connectTimeoutMS + (heartbeat.awaited ? heartbeatFrequencyMS : 0) + graceMilliseconds;
    const timer = setTimeout(() => overdue.add(heartbeat.connectionId), limit);
    awaited.set(heartbeat.connectionId, timer.unref());
  });
  client.on('serverHeartbeatSucceeded', ({ connectionId }) => settle(connectionId));
  client.on('serverHeartbeatFailed', ({ connectionId }) => settle(connectionId));
  client.on('serverClosed', ({ address }) => settle(address));
  return () => overdue.size > 0;
};
