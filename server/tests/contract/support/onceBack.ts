import { StorageError } from '../../../src/domain/errors.ts';
import { eventually } from '../../support/processes/eventually.ts';

/**
 * Tries as long as the server is told to be away: until a heartbeat that the broken wire swallowed is overdue, or because
 * the time an engine gives a server is short and this machine busy.
 */
export const onceBack = <R>(work: () => Promise<R>): Promise<R> =>
  eventually('the server is back', async () => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StorageError && error.code === 'storage-away') return undefined;
      throw error;
    }
  });
