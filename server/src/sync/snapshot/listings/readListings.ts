import type { DirectoryReader, ReadPage } from '../../../ports/directory/directoryReader.ts';
import { openChain } from '../../../domain/directory/openChain.ts';
import type { ReadTask } from '../../../ports/repositories/snapshotRepository.ts';
import { isStorageAway } from '../../isStorageAway.ts';
import { hasCode } from '../hasCode.ts';
import { isSlice } from './listingTasks.ts';
import type { Staging } from '../staging/staging.ts';

/** As many listings side by side as the pacer lets requests through. */
const workers = 16;
/** Graph's page links die now and then; a listing that keeps dying is a failure worth showing. */
const maximumRestarts = 5;

export interface Reading {
  readonly directory: Pick<DirectoryReader, 'readPage'>;
  readonly signal: AbortSignal;
  readonly onPage: (page: ReadPage) => void;
}

/**
 * Reads every open task to its end, those found on the way included. Pages stream to the staging; nothing piles up here. What
 * stopped the first one is thrown, but for a database that is away: what another was writing may still be on its way.
 */
export const readListings = async (staging: Staging, reading: Reading): Promise<void> => {
  const taken = new Set<string>();
  const nextTask = (): ReadTask | undefined => staging.head().tasks.find((task) => !task.done && !taken.has(task.key));

  const stop = new AbortController();
  const inner: Reading = { ...reading, signal: AbortSignal.any([reading.signal, stop.signal]) };
  const work = async (): Promise<void> => {
    for (let task = nextTask(); task !== undefined; task = nextTask()) {
      taken.add(task.key);
      await readListing(staging, task.key, inner);
    }
  };
  do {
    const round = Array.from({ length: workers }, async () => {
      await work().catch((error: unknown) => {
        stop.abort(error);
        throw error;
      });
    });
    const results = await Promise.allSettled(round);
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    if (failed.length > 0) throw failed.find(isStorageAway) ?? stop.signal.reason ?? failed[0];
  } while (nextTask() !== undefined);
};

const readListing = async (staging: Staging, key: string, reading: Reading): Promise<void> => {
  let restarts = 0;
  let look = openChain(staging.task(key)?.link ?? null);
  for (let task = staging.task(key); task !== undefined && !task.done; task = staging.task(key)) {
    reading.signal.throwIfAborted();
    try {
      const page = await reading.directory.readPage(task.source, task.link, reading.signal);
      look(page);
      await staging.addPage(key, page);
      reading.onPage(page);
    } catch (error) {
      restarts += 1;
      look = openChain(null);
      await settleFailure(staging, task, { error, isLast: restarts > maximumRestarts });
    }
  }
};

interface ListingFailure {
  readonly error: unknown;
  readonly isLast: boolean;
}

/**
 * A container that is gone or closed to us is a finding, not a failure; a link that died begins anew, and so does one
 * that is refused, because the first page tells whether it was the link or the container. Slices are a way to be fast: where
 * Graph does not answer one, everybody is read in a row.
 */
const settleFailure = async (staging: Staging, task: ReadTask, { error, isLast }: ListingFailure): Promise<void> => {
  // One that was given up meanwhile with the others is not begun anew: it would all be read once more.
  const isGivenUp = isSlice(task) && staging.task(task.key)?.done === true;
  if (isLinkDead(task, error) && !isLast && !isGivenUp) await staging.restart(task.key);
  else if (isSlice(task) && hasAny(error, sliceCodes)) await staging.giveUpSlices();
  else if (task.source.kind === 'members') await settleContainer(staging, task, error);
  else throw error;
};

const isLinkDead = ({ link }: ReadTask, error: unknown): boolean =>
  hasCode(error, 'directory-link-expired') || (link !== null && hasAny(error, linkCodes));

const settleContainer = async (staging: Staging, { key }: ReadTask, error: unknown): Promise<void> => {
  if (hasCode(error, 'directory-object-gone')) await staging.markGone(key);
  else if (hasCode(error, 'permission-missing')) await staging.markUnreadable(key, error);
  else throw error;
};

const hasAny = (error: unknown, codes: readonly string[]): boolean => codes.some((code) => hasCode(error, code));

const linkCodes = ['directory-object-gone', 'directory-request-refused', 'directory-link-foreign'];
const sliceCodes = [...linkCodes, 'directory-link-expired'];
