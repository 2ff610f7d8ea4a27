import { StorageError } from '../domain/errors.ts';
import type { Logger } from './telemetry/logger.ts';

/** What is worth knowing, and what is said in the log where it could not be kept. */
export interface Note {
  readonly tenantId: string;
  readonly lost: string;
  readonly write: () => Promise<void>;
}

/** Writes down what nobody waits for: with a full disk whatever can be read is still read. */
export const noteInPassing = async (logger: Logger, { tenantId, lost, write }: Note): Promise<void> => {
  try {
    await write();
  } catch (err) {
    if (!(err instanceof StorageError)) throw err;
    logger.warn({ msg: lost, tenantId, err });
  }
};
