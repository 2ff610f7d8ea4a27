/** Jest loads set-up and tear-down apart from each other; what both see is the global object of the process. */
const kept = globalThis as typeof globalThis & { stopUndersignMongo?: () => Promise<void> };

export const keepForTearDown = (stop: () => Promise<void>): void => {
  kept.stopUndersignMongo = stop;
};

/** Jest calls this once, after the last test. */
const tearDownMongo = async (): Promise<void> => {
  await kept.stopUndersignMongo?.();
};

export default tearDownMongo;
