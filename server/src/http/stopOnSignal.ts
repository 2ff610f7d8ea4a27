import type { Server } from 'node:http';

/** What must end with the process, in the order it came to be; it grows while the program starts. */
export interface Running {
  readonly server: Server;
  /** Called first: they end answers that would never end by themselves. */
  readonly streamEnders: (() => void)[];
  /** Called last to first, once nobody is served any more. */
  readonly closers: (() => Promise<void> | void)[];
}

/** Answers under way may take this long; streams about a running sync are cut then, and their readers connect again. */
const patience = 3000;

/**
 * Ends the process in good order on SIGTERM and SIGINT: no new connection, the answers under way, then the rest. To be
 * called before anything slow: for the first process of a container, Linux ignores a signal nobody handles. Further
 * signals change nothing: npm passes on a Ctrl+C that the process has had from the terminal already.
 */
export const stopOnSignal = ({ server, streamEnders, closers }: Running): void => {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    for (const endStreams of streamEnders) endStreams();
    void drain(server)
      .then(() => closeAll(closers))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`Undersign did not end in good order: ${String(error)}\n`);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

const drain = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  // A connection that was busy at first is kept for a next request, which will not come.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, patience);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(cut);
};

const closeAll = async (closers: Running['closers']): Promise<void> => {
  for (const close of closers.toReversed()) await close();
};
