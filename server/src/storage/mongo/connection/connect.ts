import mongoose, { type ConnectOptions, type Connection } from 'mongoose';

/** Used when DATABASE_URL names none; MongoDB's own default would be `test`. */
const defaultDatabase = 'undersign';

/**
 * What an operator may set otherwise in the query of DATABASE_URL. A server that is away is reported after fifteen
 * seconds, because choosing another primary takes up to twelve; the driver keeps looking for it meanwhile and afterwards,
 * so that nothing needs to be restarted.
 */
const defaults: ConnectOptions = {
  appName: 'undersign',
  serverSelectionTimeoutMS: 15_000,
  connectTimeoutMS: 5000,
  // Longer than building an index over a million documents; a network that is gone is noticed by heartbeats.
  socketTimeoutMS: 300_000,
  waitQueueTimeoutMS: 15_000,
  maxPoolSize: 20,
  retryWrites: true,
  retryReads: true,
};

/** What correctness rests on: what was answered stays, whatever server fails, and reads see it. */
const promises: ConnectOptions = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
};

/** A connection of its own; throws what the driver throws. */
export const connect = async (url: string): Promise<Connection> => {
  const connection = mongoose.createConnection();
  try {
    await openAgain(connection, url);
    return connection;
  } catch (error) {
    await connection.destroy().catch(() => undefined);
    throw error;
  }
};

/** After it was closed; what was made from it goes on with it. */
export const openAgain = (connection: Connection, url: string): Promise<unknown> =>
  connection.openUri(url, connectOptions(url));

export const connectOptions = (url: string): ConnectOptions => {
  const set = new Set(
    [...new URLSearchParams(/^[^?]*\?(.*)$/.exec(url)?.[1]).keys()].map((name) => name.toLowerCase()),
  );
  const left = Object.entries(defaults).filter(([name]) => !set.has(name.toLowerCase()));
  const database = /^[^/]+:\/\/[^/]+\/([^?]+)/.exec(url)?.[1];
  return {
    ...Object.fromEntries(left),
    ...promises,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    ...(database === undefined ? { dbName: defaultDatabase } : {}),
  };
};
