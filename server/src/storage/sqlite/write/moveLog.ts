import { Worker } from 'node:worker_threads';

/**
 * Has another thread move what stands in the log into the database, which takes as long as the disk does; nobody who reads or
 * writes waits for it. Resolves when it has, or could not: emptying the log is tried after this in any case.
 */
export const moveLog = async (databaseFile: string): Promise<void> => {
  const thread = new Worker(new URL('moveLogMain.ts', import.meta.url), { workerData: databaseFile });
  await new Promise<void>((resolve) => {
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      resolve();
    });
  });
};
