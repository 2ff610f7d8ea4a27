import { isFresh } from '../../../domain/schedule/clockSetRight.ts';
import type { UnreadableElement } from '../../../domain/directory/unreadableElement.ts';
import type { ChangeFeed, ChangePage, DirectoryChange } from '../../../ports/directory/directoryReader.ts';
import { followLink } from '../followLink.ts';
import type { Replay } from './replay.ts';
import { replayContainers } from './replayContainers.ts';
import { replayPeople } from './replayPeople.ts';

/**
 * Catches up with what moved while the listings were read: follows each kept link to its end and applies the changes
 * to the snapshot. The same change may come twice and in any order; applying it again changes nothing.
 */
export const replayChanges = async (replay: Replay): Promise<void> => {
  const { changeLinks } = replay.staging.head();
  const renews = isOld(replay);
  for (const feed of Object.keys(changeLinks) as ChangeFeed[]) {
    const from = replay.reached.get(feed) ?? changeLinks[feed];
    if (from !== undefined) await replayFeed(replay, { feed, from, renews });
  }
};

/**
 * Keeps where the lists were followed to. Not before all that they led to is read and laid over: what was told is in memory
 * alone, and after a kill it is to be told again.
 */
export const keepLinks = async (replay: Replay): Promise<void> => {
  const { staging, reached, now } = replay;
  if (reached.size === 0) return;
  const changeLinks = { ...staging.head().changeLinks, ...Object.fromEntries(reached) };
  // Not when one of them is new: the others, of which nothing is told for weeks, would grow old by that.
  await staging.saveHead({ changeLinks, ...(isOld(replay) && { linksAt: now.toISOString() }) });
};

interface FeedReplay {
  readonly feed: ChangeFeed;
  readonly from: string;
  /** Keep the new link even if nothing changed. */
  readonly renews: boolean;
}

/** Changes are applied when so many were read, several pages of Graph's together: what is written once costs once. */
const appliedTogether = 1000;

const replayFeed = async (replay: Replay, { feed, from, renews }: FeedReplay): Promise<void> => {
  let pending: readonly DirectoryChange[] = [];
  let isChanged = false;
  for await (const page of followLink(replay.directory, { feed, link: from, signal: replay.signal })) {
    await skipChanges(replay, page.unreadable);
    pending = [...pending, ...page.changes];
    isChanged ||= page.changes.length + page.unreadable.length > 0;
    if (pending.length >= appliedTogether || isLast(page)) {
      await applyChanges(replay, pending);
      if (pending.length > 0) await keepPlace(replay, feed, page);
      pending = [];
    }
    if (page.changesLink !== null && (isChanged || renews)) replay.reached.set(feed, page.changesLink);
  }
};

const isLast = ({ next, changesLink }: ChangePage): boolean => next === null || changesLink !== null;

/** Nothing changed, nothing is written; but a link must be younger than the seven days Graph keeps it. */
const linkLife = 24 * 60 * 60_000;

const isOld = ({ staging, now }: Replay): boolean => !isFresh(staging.head().linksAt, now, linkLife);

/** What is applied is behind us, also for a run that goes on later or after a kill. */
const keepPlace = async ({ staging, reached }: Replay, feed: ChangeFeed, { next }: ChangePage): Promise<void> => {
  if (next === null) return;
  reached.delete(feed);
  await staging.saveHead({ changeLinks: { ...staging.head().changeLinks, [feed]: next } });
};

/** What a change that cannot be read did to a container, its listing tells. */
const skipChanges = async ({ staging }: Replay, unreadable: readonly UnreadableElement[]): Promise<void> => {
  for (const { id } of unreadable) {
    const task = id === null ? undefined : staging.task(`members:${id}`);
    if (task !== undefined) await staging.restart(task.key);
  }
  await staging.skip(unreadable.filter(({ id }) => id === null || staging.task(`members:${id}`) === undefined));
};

const applyChanges = async (replay: Replay, changes: readonly DirectoryChange[]): Promise<void> => {
  await replayPeople(replay, changes);
  await replayContainers(replay, changes);
};
