import { StorageError } from '../domain/errors.ts';

/**
 * The database does not answer, or chooses another primary: it will be back, and what was asked last may or may not have
 * been done. Whoever holds a lease then lets it run out instead of giving it back, because the next holder is to make sure
 * (`LeaseStore.acquire`) that nothing is on its way any more.
 */
export const isStorageAway = (error: unknown): boolean =>
  error instanceof StorageError && (error.code === 'storage-away' || error.code === 'storage-busy');
