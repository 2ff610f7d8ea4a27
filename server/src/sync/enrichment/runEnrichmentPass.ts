import { isRoundDue, type EnrichmentRound } from '../../domain/enrichment/enrichment.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { openCursor } from '../snapshot/orderedCursor.ts';
import { enrichPeople, peopleAtOnce, startLooking, type Looking } from './enrichPeople.ts';
import type { EnrichmentPlace } from './enrichmentPlace.ts';

export interface EnrichmentPassResult {
  /** False when a sync went first: what is left waits for its end. */
  readonly isDone: boolean;
  /** Teammates about whom something could not be found out now. */
  readonly missed: number;
}

/** How many are looked at between two writes of how far we are. */
const peoplePerNote = 500;

/** Thrown to make way for a sync. */
class SyncFirst extends Error {
  override readonly name = 'SyncFirst';
}

/**
 * Looks at teammates nobody has looked at yet, then, about once a day, at everybody again. Makes way for syncs between
 * two batches. May be interrupted anywhere and called again: it goes on where it was.
 */
export const runEnrichmentPass = async (place: EnrichmentPlace): Promise<EnrichmentPassResult> => {
  const looking = startLooking();
  try {
    await lookAtNewcomers(place, looking);
    await lookAtEverybody(place, looking);
  } catch (error) {
    if (!(error instanceof SyncFirst)) throw error;
    return { isDone: false, missed: looking.missed };
  }
  return { isDone: true, missed: looking.missed };
};

const look = async (place: EnrichmentPlace, looking: Looking, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  if ((await place.repositories.runs.active(place.tenantId, 'sync')) !== null) throw new SyncFirst();
  await enrichPeople(place, looking, ids);
};

const lookAtNewcomers = async (place: EnrichmentPlace, looking: Looking): Promise<void> => {
  if (await isEverybodyKnown(place)) return;
  let batch: string[] = [];
  for await (const id of unknownPeople(place)) {
    batch.push(id);
    if (batch.length < peopleAtOnce) continue;
    await look(place, looking, batch);
    batch = [];
  }
  await look(place, looking, batch);
};

/** There is an enrichment for each teammate looked at and none for others, so that two counts tell most of the time. */
const isEverybodyKnown = async ({ repositories, tenantId }: EnrichmentPlace): Promise<boolean> => {
  const { teammates, enrichments } = repositories;
  const active = await teammates.count(tenantId, 'active');
  const disabled = await teammates.count(tenantId, 'disabled');
  return active + disabled === (await enrichments.count(tenantId));
};

/** Merges teammates and enrichments by id. An enrichment without a teammate was written while they were removed. */
async function* unknownPeople({ repositories, tenantId }: EnrichmentPlace): AsyncGenerator<string> {
  const known = await openCursor(repositories.enrichments.scan(tenantId));
  const dropLeftovers = async (upTo: string | null): Promise<void> => {
    for (let next = known.peek(); next !== null && (upTo === null || next.teammateId < upTo); next = known.peek()) {
      await repositories.enrichments.remove(tenantId, [next.teammateId]);
      await known.advance();
    }
  };
  for await (const batch of repositories.teammates.scan(tenantId)) {
    for (const { id } of batch.filter(isKept)) {
      await dropLeftovers(id);
      if (known.peek()?.teammateId === id) await known.advance();
      else yield id;
    }
  }
  await dropLeftovers(null);
}

const isKept = ({ status }: Teammate): boolean => status !== 'removed';

const lookAtEverybody = async (place: EnrichmentPlace, looking: Looking): Promise<void> => {
  const { repositories, tenantId, clock } = place;
  const at = clock.now();
  const last = await repositories.enrichmentRounds.get(tenantId);
  if (last === null) {
    // Everybody has just been looked at for the first time; the next round is a day away.
    const startedAt = at.toISOString();
    await repositories.enrichmentRounds.save(tenantId, { startedAt, after: null, finishedAt: startedAt });
    return;
  }
  if (!isRoundDue(last, at)) return;
  const round: EnrichmentRound =
    last.finishedAt === null ? last : { startedAt: at.toISOString(), after: null, finishedAt: null };
  const note = (after: string | null, finishedAt: string | null = null): Promise<void> =>
    repositories.enrichmentRounds.save(tenantId, { ...round, after, finishedAt });
  await note(round.after);
  let unnoted = 0;
  for await (const ids of peopleAfter(place, round.after)) {
    await look(place, looking, ids);
    unnoted += ids.length;
    if (unnoted < peoplePerNote) continue;
    await note(ids.at(-1) ?? null);
    unnoted = 0;
  }
  await repositories.enrichments.removeUnusedManagers(tenantId);
  await note(null, clock.now().toISOString());
};

async function* peopleAfter(
  { repositories, tenantId }: EnrichmentPlace,
  after: string | null,
): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const teammates of repositories.teammates.scan(tenantId)) {
    for (const { id } of teammates.filter(isKept)) {
      if (after !== null && id <= after) continue;
      batch.push(id);
      if (batch.length < peopleAtOnce) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
