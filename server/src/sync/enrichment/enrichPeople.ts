import { createHash } from 'node:crypto';
import { AdminActionError } from '../../domain/errors.ts';
import { photoTypeOf, type ManagerProfile, type Photo, type Enrichment } from '../../domain/enrichment/enrichment.ts';
import { leftOutOf, withLeftOut } from '../../domain/fields/overrides/leftOutOf.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Answers, PhotoBytes } from '../../ports/directory/enrichmentReader.ts';
import type { EnrichmentPlace } from './enrichmentPlace.ts';

/** As many as one `$batch` takes. */
export const peopleAtOnce = 20;

export interface Looking {
  /** False once it turned out that we may not see photos at all: asking everybody in vain would take hours. */
  withPhotos: boolean;
  /** Teammates about whom something could not be found out now. */
  missed: number;
}

export const startLooking = (): Looking => ({ withPhotos: true, missed: 0 });

const refusal = (ids: readonly string[]): Answers<never> => ({
  known: new Map<string, never>(),
  refused: new Set(ids),
  settled: new Set(),
});

interface Findings {
  readonly managers: Answers<ManagerProfile>;
  readonly tags: Answers<string>;
}

/**
 * Asks for managers and photos of these teammates and stores what differs, enrichments last: a crash in between leaves
 * a teammate who is looked at again. What could not be found out stays as it was.
 */
export const enrichPeople = async (place: EnrichmentPlace, looking: Looking, ids: readonly string[]): Promise<void> => {
  const { repositories, directory, tenantId, signal } = place;
  signal.throwIfAborted();
  const [managers, tags] = await Promise.all([
    directory.readManagers(ids, signal),
    looking.withPhotos ? directory.readPhotoTags(ids, signal) : refusal(ids),
  ]);
  if (managers.refused.size === ids.length) throw mayNotAsk();
  if (tags.refused.size === ids.length) stopAskingForPhotos(place, looking);
  const kept = await repositories.enrichments.getMany(tenantId, ids);
  const before = new Map(kept.map((enrichment) => [enrichment.teammateId, enrichment]));
  const photos = await followPhotos(place, tags, before);
  signal.throwIfAborted();
  await keepManagers(place, managers);
  const after = ids.map((id) => enrichmentOf(id, { managers, tags }, { before: before.get(id), photos }));
  looking.missed += after.filter((enrichment) => enrichment === null).length;
  const changed = after
    .filter((enrichment) => enrichment !== null)
    .filter((enrichment) => !isSame(enrichment, before.get(enrichment.teammateId)));
  if (changed.length > 0) await repositories.enrichments.save(tenantId, changed);
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const mayNotAsk = (): AdminActionError =>
  new AdminActionError(
    'permission-missing',
    'Microsoft Graph hides the managers: the permission User.Read.All is missing. Grant it on the Connect page.',
    { values: { permissions: ['User.Read.All'] } },
  );

const stopAskingForPhotos = ({ logger, tenantId }: EnrichmentPlace, looking: Looking): void => {
  if (looking.withPhotos) logger.warn({ msg: 'photos may not be read; those we have stay', tenantId });
  looking.withPhotos = false;
};

type PhotoState = Enrichment['photo'];

interface FollowedPhotos {
  /** Those whose photo is known now, null for none. */
  readonly states: ReadonlyMap<string, PhotoState>;
  /** Whose photo there is, but may not be downloaded: that is settled until the next round. */
  readonly withheld: ReadonlySet<string>;
}

/** Downloads what has a new tag and forgets what is gone. */
const followPhotos = async (
  { repositories, directory, tenantId, signal }: EnrichmentPlace,
  { known }: Answers<string>,
  before: ReadonlyMap<string, Enrichment>,
): Promise<FollowedPhotos> => {
  const changed = [...known].filter(([id, tag]) => tag !== (before.get(id)?.photo?.etag ?? null));
  const states = new Map<string, PhotoState>();
  let withheld: ReadonlySet<string> = new Set();
  const gone = changed.filter(([, tag]) => tag === null).map(([id]) => id);
  for (const id of gone) states.set(id, null);
  const wanted = new Map(changed.filter((entry): entry is [string, string] => entry[1] !== null));
  if (wanted.size > 0) {
    const bytes = await directory.readPhotos([...wanted.keys()], signal);
    signal.throwIfAborted();
    withheld = bytes.refused;
    const found = [...bytes.known].map(([id, images]) => photoOf(id, images ?? []));
    for (const { teammateId: id, hash, images } of found) {
      states.set(id, { etag: wanted.get(id) ?? '', hash: images.length === 0 ? null : hash });
      if (images.length === 0) gone.push(id);
    }
    const news = found.filter(({ teammateId, hash, images }) => {
      return images.length > 0 && hash !== before.get(teammateId)?.photo?.hash;
    });
    if (news.length > 0) await repositories.enrichments.savePhotos(tenantId, news);
  }
  const had = gone.filter((id) => (before.get(id)?.photo ?? null) !== null);
  if (had.length > 0) await repositories.enrichments.removePhotos(tenantId, had);
  return { states, withheld };
};

/** Only what is an image by its own bytes is kept, whatever Graph calls it. */
const photoOf = (teammateId: string, found: readonly PhotoBytes[]): Photo => {
  const hash = createHash('sha256');
  const images = found.flatMap(({ size, bytes }) => {
    const contentType = photoTypeOf(bytes);
    if (contentType === null) return [];
    hash.update(`${String(size)}:`).update(bytes);
    return [{ size, contentType, content: Buffer.from(bytes).toString('base64') }];
  });
  return { teammateId, hash: hash.digest('base64url').slice(0, 22), images };
};

/**
 * Active teammates speak for themselves; everybody else to whom somebody reports is kept as a manager profile, with the keys of
 * what they left out: as the teammate says, or as was kept when they were forgotten.
 */
const keepManagers = async (
  { repositories, tenantId, clock }: EnrichmentPlace,
  { known }: Answers<ManagerProfile>,
): Promise<void> => {
  const found = new Map([...known.values()].filter((manager) => manager !== null).map((each) => [each.id, each]));
  if (found.size === 0) return;
  const ids = [...found.keys()];
  // Before the profiles: whoever is forgotten in between has theirs written first.
  const own = new Map((await repositories.teammates.getMany(tenantId, ids)).map((each) => [each.id, each]));
  for (const { id, status } of own.values()) if (status === 'active') found.delete(id);
  const kept = new Map((await repositories.enrichments.getManagers(tenantId, ids)).map((each) => [each.id, each]));
  const today = dayAt(clock.now());
  const changed = [...found.values()]
    .map((manager) => {
      const teammate = own.get(manager.id);
      return withLeftOut(manager, teammate ? leftOutOf(teammate, today) : (kept.get(manager.id)?.leftOut ?? []));
    })
    .filter((manager) => !isSame(manager, kept.get(manager.id)));
  if (changed.length > 0) await repositories.enrichments.saveManagers(tenantId, changed);
};

interface KnownSoFar {
  readonly before: Enrichment | undefined;
  readonly photos: FollowedPhotos;
}

/** Null for a newcomer about whom not everything could be asked: without an enrichment they are soon asked about again. */
const enrichmentOf = (id: string, findings: Findings, { before, photos }: KnownSoFar): Enrichment | null => {
  if (before === undefined && !isAnswered(id, findings, photos)) return null;
  const manager = findings.managers.known.get(id);
  const photo = photos.states.get(id);
  return {
    teammateId: id,
    managerId: manager === null ? null : orBefore(manager?.id, before?.managerId),
    photo: photo === null ? null : orBefore(photo, before?.photo),
  };
};

/** Null means there is none; undefined means we do not know better. */
const orBefore = <T>(now: T | undefined, before: T | null | undefined): T | null => now ?? before ?? null;

const isDone = ({ refused, settled }: Answers<unknown>, id: string): boolean => refused.has(id) || settled.has(id);

const isAnswered = (id: string, { managers, tags }: Findings, { states, withheld }: FollowedPhotos): boolean => {
  const isPhotoSettled = states.has(id) || withheld.has(id) || isDone(tags, id) || tags.known.get(id) === null;
  return isPhotoSettled && (managers.known.has(id) || isDone(managers, id));
};
